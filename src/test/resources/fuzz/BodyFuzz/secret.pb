p

v1Secret

a
kvOpaque