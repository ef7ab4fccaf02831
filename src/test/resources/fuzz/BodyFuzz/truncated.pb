p

v1Secret
