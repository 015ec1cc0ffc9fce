"""What is kept between runs or outside memory: claims, judgements, reports, and how they are written down."""
