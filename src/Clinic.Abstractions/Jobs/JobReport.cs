namespace Clinic.Abstractions;

/// <summary>What one run of a job did.</summary>
/// <param name="Done">Things done.</param>
/// <param name="Failed">Things tried that failed and stay for the next run.</param>
/// <param name="Error">The kind of the first failure, without content; null when all went well.</param>
public sealed record JobReport(int Done, int Failed = 0, string? Error = null)
{
    /// <summary>Nothing was due.</summary>
    public static JobReport Nothing { get; } = new(0);

    /// <summary>Does each thing that is due; one that fails keeps no other from being done, and comes again.</summary>
    /// <param name="due">In the order in which they are done, one after another.</param>
    /// <param name="doAsync">Does one and says how many things it did; whatever it throws counts as a failure.</param>
    /// <param name="cancellationToken">Stops between and inside them; a cancelled run throws.</param>
    public static async Task<JobReport> OfEachAsync<T>(IEnumerable<T> due, Func<T, CancellationToken, Task<int>> doAsync, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(due);
        ArgumentNullException.ThrowIfNull(doAsync);
        var (done, failed, error) = (0, 0, (string?)null);
        foreach (var one in due)
        {
            try
            {
                done += await doAsync(one, cancellationToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever one of them throws, the others have a right to be done.
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                failed++;
                error ??= e.GetType().Name;
            }
        }

        return new(done, failed, error);
    }
}
