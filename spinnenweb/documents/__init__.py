"""What leaves as paper: records in, PDF bytes out. Nothing here touches the disk or a database."""
