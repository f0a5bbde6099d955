"""Als het dringend is: whom to call, from anywhere, without internet."""
