using System.CommandLine;
using SocialCity.Benchmarks;

Option<DirectoryInfo[]> folders = new("--folder")
{
    Description = "The storage folder of a city made by 'demo --scale N'; given twice or more, the cities are measured side by side.",
    Required = true,
    AllowMultipleArgumentsPerToken = true,
};
folders.AcceptExistingOnly();
Option<int> requests = new("--requests")
{
    Description = "How many requests of each page are measured in each city.",
    DefaultValueFactory = _ => 100,
};
Option<string> only = new("--only")
{
    Description = "Only the pages whose name contains this.",
    DefaultValueFactory = _ => "",
};
RootCommand command = new("Measures the pages of the portal in large demonstration cities, see docs/performance.md.") { folders, requests, only };
command.SetAction((parsed, cancellationToken) => PageBenchmark.RunAsync(
    parsed.GetRequiredValue(folders), parsed.GetValue(requests), parsed.GetRequiredValue(only), Console.Out, cancellationToken));
return await command.Parse(args).InvokeAsync();
