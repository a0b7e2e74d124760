using Clinic.Abstractions;

namespace Clinic.Pharmacy;

/// <summary>Reads a paged list to its end.</summary>
internal static class Pages
{
    public static async IAsyncEnumerable<T> AllAsync<T>(Func<PageRequest, Task<Page<T>>> read)
    {
        string? after = null;
        do
        {
            var page = await read(new PageRequest(PageRequest.LargestSize, after)).ConfigureAwait(false);
            foreach (var item in page.Items) yield return item;
            after = page.Next;
        }
        while (after is not null);
    }
}
