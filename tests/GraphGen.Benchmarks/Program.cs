using BenchmarkDotNet.Running;
using GraphGen.Benchmarks;

if (args is ["files"]) FileMeasurement.Run();
else BenchmarkSwitcher.FromAssembly(typeof(InProcessConfig).Assembly).Run(args, new InProcessConfig());
