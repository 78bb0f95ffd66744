using System.Runtime.CompilerServices;

namespace SocialCity.Web.Demo;

/// <summary>Makes much in parts, some of them ahead, so that one is made while another is written.</summary>
internal static class DemoParts
{
    private const int Ahead = 3;

    /// <param name="count">How many in all.</param>
    /// <param name="atOnce">How many a part has.</param>
    /// <param name="make">Makes a part, given the place of its first and its size; on a thread of its own.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static async IAsyncEnumerable<(int First, T Made)> MakeAsync<T>(
        int count, int atOnce, Func<int, int, Task<T>> make, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Queue<(int First, Task<T> Made)> ahead = new();
        int next = 0;
        while (next < count || ahead.Count > 0)
        {
            while (next < count && ahead.Count < Ahead)
            {
                int first = next;
                int size = Math.Min(atOnce, count - first);
                ahead.Enqueue((first, Task.Run(() => make(first, size), cancellationToken)));
                next += size;
            }

            (int start, Task<T> making) = ahead.Dequeue();
            yield return (start, await making);
        }
    }
}
