using System.Globalization;

namespace SocialCity.Benchmarks;

/// <summary>
/// Measures pages in one or several cities, side by side: the cities take turns request by request, so that whatever else the machine
/// does meets them alike and their ratio holds even where the times do not.
/// </summary>
internal static class PageBenchmark
{
    /// <summary>The budget of a page, which is reported when it is not kept.</summary>
    private const int MostCommands = 6;

    /// <summary>Requests before the first that counts: views are compiled, statements prepared, the page cache filled.</summary>
    private const int WarmUp = 10;

    /// <returns>0, or 1 when a page took more SQL commands than it may.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<DirectoryInfo> folders, int requests, string only, TextWriter output, CancellationToken cancellationToken)
    {
        List<BigCity> cities = [];
        try
        {
            foreach (DirectoryInfo folder in folders)
            {
                cities.Add(await BigCity.OpenAsync(folder.FullName, cancellationToken));
            }

            await output.WriteLineAsync(Heading(cities));
            bool isKept = true;
            foreach (MeasuredPage page in MeasuredPage.All.Where(p => p.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
            {
                Figures[] figures = await MeasureAsync(page, cities, requests, cancellationToken);
                isKept &= figures.All(f => f.Commands <= MostCommands);
                await output.WriteLineAsync(Row(page, figures));
            }

            return isKept ? 0 : 1;
        }
        finally
        {
            foreach (BigCity city in cities)
            {
                await city.DisposeAsync();
            }
        }
    }

    private static async Task<Figures[]> MeasureAsync(MeasuredPage page, List<BigCity> cities, int requests, CancellationToken cancellationToken)
    {
        string[][] addresses = await Task.WhenAll(cities.Select(page.FindAddresses));
        List<Answer>[] answers = [.. cities.Select(_ => new List<Answer>(requests))];
        for (int i = -WarmUp; i < requests; i++)
        {
            for (int turn = 0; turn < cities.Count; turn++)
            {
                // Who comes first changes too.
                int at = (turn + i + WarmUp) % cities.Count;
                string address = addresses[at][(i + WarmUp) % addresses[at].Length];
                Answer answer = await cities[at].GetAsync(page.Reader, address, cancellationToken);
                if (i >= 0)
                {
                    answers[at].Add(answer);
                }
            }
        }

        return [.. answers.Select(Figures.Of)];
    }

    private static string Heading(List<BigCity> cities)
    {
        IEnumerable<string> columns =
        [
            "Page",
            .. cities.Select(c => string.Create(CultureInfo.InvariantCulture, $"median at {c.Listed:N0}, ms")),
            "ratio",
            .. cities.Select(c => string.Create(CultureInfo.InvariantCulture, $"95 % at {c.Listed:N0}, ms")),
            "SQL commands",
            "KB",
        ];
        return $"| {string.Join(" | ", columns)} |\n|---|{string.Concat(Enumerable.Repeat("---:|", columns.Count() - 1))}";
    }

    private static string Row(MeasuredPage page, Figures[] figures)
    {
        IEnumerable<string> columns =
        [
            page.Name,
            .. figures.Select(f => Text(f.Median)),
            Text(figures[^1].Median / figures[0].Median),
            .. figures.Select(f => Text(f.NinetyFive)),
            string.Join(" / ", figures.Select(f => f.Commands).Distinct()),
            Text(figures[^1].Bytes / 1000.0),
        ];
        return $"| {string.Join(" | ", columns)} |";
    }

    private static string Text(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    /// <param name="Median">Half of the requests took less, in milliseconds.</param>
    /// <param name="NinetyFive">95 of 100 requests took less, in milliseconds.</param>
    /// <param name="Commands">The most SQL commands that one of them took.</param>
    /// <param name="Bytes">The largest of them.</param>
    private sealed record Figures(double Median, double NinetyFive, int Commands, int Bytes)
    {
        public static Figures Of(List<Answer> answers)
        {
            double[] times = [.. answers.Select(a => a.Time.TotalMilliseconds).Order()];
            return new Figures(times[times.Length / 2], times[times.Length * 95 / 100], answers.Max(a => a.Commands), answers.Max(a => a.Bytes));
        }
    }
}
