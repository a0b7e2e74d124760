using System.Collections.Concurrent;
using System.Diagnostics;
using Clinic.Abstractions;
using Clinic.Pharmacy.Presentations;
using Clinic.Racer;
using Clinic.Storage.Turso;

namespace Clinic.Servers.Alone.Tests;

/// <summary>Writers that issue stock, each command with an id of its own, and what they heard of them.</summary>
/// <param name="worlds">The clients; each writer has one of them.</param>
/// <param name="presentation">What is issued.</param>
/// <param name="writers">How many.</param>
internal sealed class Issuers(IReadOnlyList<World> worlds, Presentation presentation, int writers)
{
    private readonly long[] lastDone = new long[writers];
    private readonly (CommandId Command, int Quantity, Guid Posting)[] last = new (CommandId, int, Guid)[writers];
    private Task[] running = [];
    private volatile bool stopping;

    /// <summary>Commands that were acknowledged, with their quantities.</summary>
    public ConcurrentDictionary<CommandId, int> Done { get; } = [];

    /// <summary>Commands that ended in an error, so that nobody knows.</summary>
    public ConcurrentDictionary<CommandId, int> Open { get; } = [];

    /// <summary>What the errors were, and how many.</summary>
    public ConcurrentDictionary<string, int> Errors { get; } = [];

    public void Start()
    {
        stopping = false;
        running = [.. Enumerable.Range(0, writers).Select(w => Task.Run(() => RunAsync(w)))];
    }

    /// <summary>Waits until every writer has had a command acknowledged after a moment.</summary>
    public async Task AllDoneSinceAsync(long moment, TimeSpan most)
    {
        var started = Stopwatch.GetTimestamp();
        while (lastDone.Any(d => Volatile.Read(ref d) < moment))
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < most, $"A writer did not recover within {most.TotalSeconds} s: {string.Join(", ", Errors)}");
            await Task.Delay(2);
        }
    }

    public async Task StopAsync()
    {
        stopping = true;
        await Task.WhenAll(running);
    }

    /// <summary>Repeats what is open: it is done now, or was; and once more gives the same answer. So does the last one of each writer.</summary>
    public async Task<int> SettleAsync()
    {
        var settled = Open.Count;
        var world = worlds[0];
        foreach (var (command, quantity, posting) in last.Where(l => l.Quantity > 0))
            Assert.Equal(posting, (await world.IssueAsync(command, presentation, quantity)).Posting.Value);
        foreach (var (command, quantity) in Open)
        {
            var first = await world.IssueAsync(command, presentation, quantity);
            Assert.Equal(first.Posting, (await world.IssueAsync(command, presentation, quantity)).Posting);
            Done[command] = quantity;
        }

        Open.Clear();
        return settled;
    }

    private async Task RunAsync(int writer)
    {
        var world = worlds[writer % worlds.Count];
        for (var i = writer; !stopping; i++)
        {
            var command = world.Get<IIdGenerator>().Next<CommandId>();
            var quantity = (i % 3) + 1;
            try
            {
                var answer = await world.IssueAsync(command, presentation, quantity);
                Done[command] = quantity;
                last[writer] = (command, quantity, answer.Posting.Value);
                Volatile.Write(ref lastDone[writer], Stopwatch.GetTimestamp());
            }
            catch (Exception e) when (e is TursoException or ConcurrencyConflictException)
            {
                Open[command] = quantity;
                Errors.AddOrUpdate(e is TursoException t ? t.Kind.ToString() : "Conflict", 1, (_, n) => n + 1);
            }
        }
    }
}
