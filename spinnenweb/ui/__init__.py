"""What people see: Qt windows, pages and widgets."""
