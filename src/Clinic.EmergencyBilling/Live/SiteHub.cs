using System.Globalization;
using Clinic.Abstractions;
using Clinic.EmergencyBilling.Alerts;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using NodaTime;

namespace Clinic.EmergencyBilling.Live;

/// <summary>Reads one site for all who listen to it, and gives everybody the same frames.</summary>
internal sealed class SiteHub(TenantId tenant, SiteId site, SiteReader reader, EmergencyBillingOptions options, string epoch, Action<SiteHub> close)
    : IDisposable
{
    /// <summary>How many frames a listener may be behind.</summary>
    public const int MostBehind = 64;

    private const int MostKept = 32;

    private readonly Lock gate = new();
    private readonly List<LiveListener> listeners = [];
    private readonly Queue<LiveFrame> kept = new();
    private readonly Dictionary<StayId, EmergencyStay> open = [];
    private readonly CancellationTokenSource stop = new();
    private Dictionary<StayId, StayNextAlert> next = [];
    private TariffsInForce? prices;
    private Instant ticked;
    private long sequence;
    private bool isRunning;
    private bool isStopped;

    public (TenantId, SiteId) Key => (tenant, site);

    public int Count
    {
        get
        {
            lock (gate) return listeners.Count;
        }
    }

    public void Join(LiveListener listener, string? after)
    {
        lock (gate)
        {
            listeners.Add(listener);
            // Before the first read there is nothing to give; the read gives everybody all there is.
            if (prices is not null) Greet(listener, after);
            if (isRunning) return;
            isRunning = true;
            var stopping = stop.Token;
            _ = Task.Run(() => RunAsync(stopping));
        }
    }

    public void Remove(LiveListener listener)
    {
        lock (gate) listeners.Remove(listener);
    }

    /// <summary>Ends the reading; safe to call again.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (isStopped) return;
            isStopped = true;
        }

        stop.Cancel();
        stop.Dispose();
    }

    private void Greet(LiveListener listener, string? after)
    {
        var missed = kept.SkipWhile(f => f.Id != after).Skip(1).ToList();
        if (missed.Count > 0 || (kept.Count > 0 && kept.Last().Id == after)) missed.ForEach(f => listener.TryGive(f));
        else listener.TryGive(new(Mark(sequence), LiveFrameKind.Snapshot, reader.Now, Rows(open.Values, reader.Now)));
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                await LookAsync(stopping).ConfigureAwait(false);
                close(this);
                await Task.Delay(options.LiveLookEvery.ToTimeSpan(), stopping).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Nobody listens any more.
        }
#pragma warning disable CA1031 // Whatever could not be read, the listeners hear that their stream ended, and come again.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Fail(e);
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        var seen = await reader.OpenAsync(tenant, site, ct).ConfigureAwait(false);
        var now = reader.Now;
        var moved = seen.Where(s => !open.TryGetValue(s.Stay, out var known) || known.Version < s.Version).Select(s => s.Stay);
        HashSet<StayId> changed = [.. moved, .. open.Keys.Except(seen.Select(s => s.Stay))];
        var (isFirst, isTick) = (prices is null, now - ticked >= options.LiveTickEvery);
        if (changed.Count == 0 && !isFirst && !isTick) return;
        var loaded = await reader.LoadAsync(tenant, site, changed, ct).ConfigureAwait(false);
        var read = await reader.PricesAsync(tenant, site, ct).ConfigureAwait(false);
        var ahead = await reader.NextAsync(tenant, site, ct).ConfigureAwait(false);
        lock (gate)
        {
            (prices, next) = (read, ahead);
            foreach (var stay in loaded)
            {
                if (stay.IsOpen) open[stay.Id] = stay;
                else open.Remove(stay.Id);
            }

            if (isFirst || isTick) ticked = now;
            var ended = loaded.Where(s => !s.IsOpen);
            if (isFirst) Publish(LiveFrameKind.Snapshot, open.Values, now);
            else if (isTick && open.Count + loaded.Count > 0) Publish(LiveFrameKind.Tick, [.. open.Values, .. ended], now);
            else if (loaded.Count > 0) Publish(LiveFrameKind.Changes, loaded, now);
        }
    }

    private void Publish(LiveFrameKind kind, IEnumerable<EmergencyStay> stays, Instant now)
    {
        var frame = new LiveFrame(Mark(++sequence), kind, now, Rows(stays, now));
        kept.Enqueue(frame);
        if (kept.Count > MostKept) kept.Dequeue();
        foreach (var listener in listeners.ToList().Where(l => !l.TryGive(frame)))
        {
            listener.End();
            listeners.Remove(listener);
        }
    }

    private List<LiveStay> Rows(IEnumerable<EmergencyStay> stays, Instant now) =>
        [.. stays.Select(s => LiveStay.Of(s, prices!, next.GetValueOrDefault(s.Id), now)).OrderBy(s => s.StartedAt).ThenBy(s => s.Stay.ToString(), StringComparer.Ordinal)];

    private void Fail(Exception e)
    {
        lock (gate)
        {
            foreach (var listener in listeners) listener.End(e);
            listeners.Clear();
        }

        close(this);
    }

    private string Mark(long number) => string.Create(CultureInfo.InvariantCulture, $"{epoch}.{number}");
}
