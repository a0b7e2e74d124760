using Clinic.Abstractions;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Live;

/// <summary>Who listens to one session, and what was heard of it so far; looks at its state while anybody does.</summary>
internal sealed class SessionHub(TenantId tenant, SessionId id, ISessionStore sessions, LiveOptions options, IClock clock, Action<SessionHub> left)
{
    private const int MostKept = 2_000;

    private readonly Lock gate = new();
    private readonly List<SessionListener> listeners = [];
    private readonly List<TranscriptSegment> finals = [];
    private readonly List<TranscriptGap> gaps = [];
    private Duration unheardFrom = Duration.Zero;
    private GapReason unheardWhy = GapReason.TooFarBehind;
    private TranscriptSegment? interim;
    private LiveHearing? hearing;
    private Instant? notBefore;
    private SessionStatus status;
    private long version;
    private long number;
    private bool isWatching;

    public (TenantId, SessionId) Key => (tenant, id);

    public bool IsIdle
    {
        get
        {
            lock (gate) return listeners.Count == 0 && hearing is null;
        }
    }

    public bool TryJoin(SessionListener listener, TranscriptionSession session)
    {
        lock (gate)
        {
            if (listeners.Count >= options.MostListeners) return false;
            listeners.Add(listener);
            (status, version) = (session.Status, session.Version);
            listener.TryGive(new(++number, LiveFrameKind.Snapshot, clock.GetCurrentInstant())
            {
                Status = status,
                Version = version,
                Segments = interim is null ? [.. finals] : [.. finals, interim],
                Gaps = [.. gaps],
            });
            if (isWatching) return true;
            isWatching = true;
            _ = Task.Run(WatchAsync);
            return true;
        }
    }

    public void Leave(SessionListener listener)
    {
        lock (gate) listeners.Remove(listener);
        left(this);
    }

    /// <summary>The hearing that runs, or a new one; null for a while after one has failed.</summary>
    public LiveHearing? Hearing(Func<LiveHearing> open)
    {
        lock (gate)
        {
            if (hearing is not null) return hearing;
            if (notBefore is { } at && clock.GetCurrentInstant() < at) return null;
            hearing = open();
            // What was recorded while nobody heard is left to the whole transcription.
            Miss(new(unheardFrom, hearing.Start, unheardWhy));
            return hearing;
        }
    }

    /// <summary>All stretches so far that the engine missed.</summary>
    public IReadOnlyList<TranscriptGap> Gaps
    {
        get
        {
            lock (gate) return [.. gaps];
        }
    }

    public void Miss(TranscriptGap gap)
    {
        lock (gate)
        {
            if (gap.To > gap.From && !gaps.Contains(gap)) gaps.Add(gap);
        }
    }

    public LiveHearing? Running
    {
        get
        {
            lock (gate) return hearing;
        }
    }

    /// <summary>A hearing has ended, and up to where its text was final.</summary>
    public void Ended(LiveHearing which, Instant? retryAt, Duration heard)
    {
        lock (gate)
        {
            if (hearing != which) return;
            (hearing, notBefore, interim) = (null, retryAt, null);
            (unheardFrom, unheardWhy) = (heard, GapReason.ConnectionLost);
        }

        left(this);
    }

    /// <summary>Nothing of what was heard may be shown or sent any more.</summary>
    public void Forget()
    {
        LiveHearing? which;
        lock (gate)
        {
            finals.Clear();
            gaps.Clear();
            (which, hearing, interim) = (hearing, null, null);
        }

        which?.Abort();
        left(this);
    }

    public void Tell(Func<long, Instant, LiveFrame> frame)
    {
        lock (gate)
        {
            var told = frame(++number, clock.GetCurrentInstant());
            if (told.Kind == LiveFrameKind.Interim) interim = told.Segments[0];
            if (told.Kind == LiveFrameKind.Final)
            {
                interim = null;
                finals.Add(told.Segments[0]);
                if (finals.Count > MostKept) finals.RemoveAt(0);
            }

            foreach (var listener in listeners.Where(l => !l.TryGive(told)).ToList())
            {
                listener.End();
                listeners.Remove(listener);
            }
        }
    }

    private async Task WatchAsync()
    {
        try
        {
            while (await LookAsync().ConfigureAwait(false)) await Task.Delay(options.LookEvery.ToTimeSpan()).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever could not be read, the listeners hear that their stream ended, and come again.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            lock (gate)
            {
                isWatching = false;
                EndAll(_ => true);
            }

            left(this);
        }
    }

    private async Task<bool> LookAsync()
    {
        var found = await sessions.FindAsync(tenant, id, CancellationToken.None).ConfigureAwait(false);
        var over = found is null || SessionLifecycle.IsOver(found.Status);
        if (found is not null && found.Version != version)
        {
            // An interrupted look would say the same again.
            (status, version) = (found.Status, found.Version);
            lock (gate) EndAll(l => !found.IsPartOf(l.Actor));
            Tell((n, at) => new(n, LiveFrameKind.State, at) { Status = found.Status, Version = found.Version });
        }

        if (over) Forget();
        bool goesOn;
        lock (gate)
        {
            if (over) EndAll(_ => true);
            goesOn = isWatching = listeners.Count > 0;
        }

        if (!goesOn) left(this);
        return goesOn;
    }

    private void EndAll(Predicate<SessionListener> whom)
    {
        foreach (var listener in listeners.FindAll(whom)) listener.End();
        listeners.RemoveAll(whom);
    }
}
