"""`python -m factcheck`."""

from factcheck.start import main

if __name__ == "__main__":
    main()
