FROM python:3.12-slim
COPY . /src
RUN pip install --no-cache-dir "/src[all]" && rm -rf /src && useradd --create-home factcheck
USER factcheck
WORKDIR /work
ENTRYPOINT ["factcheck"]
CMD ["--help"]
