module example.org/patch-check

go 1.23

require example.org/customerfocus-client v0.0.0

replace example.org/customerfocus-client => ../target/go
