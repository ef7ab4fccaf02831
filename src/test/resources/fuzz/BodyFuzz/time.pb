p

v1	ConfigMap

aB
€€€€€€€€@