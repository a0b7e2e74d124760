using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Sessions;

/// <summary>Finds recordings whose recorder died and keeps what it wrote, as truncated.</summary>
public sealed class LostRecordings : IClinicJob
{
    private const int PerPage = 50;

    private readonly IUnitOfWork work;
    private readonly ISessionStore sessions;
    private readonly SessionEffects effects;
    private readonly Func<ISessionAudio> audio;
    private readonly SessionOptions options;
    private readonly IClock clock;
    private readonly IIdGenerator ids;

    internal LostRecordings(IUnitOfWork work, ISessionStore sessions, SessionEffects effects, Func<ISessionAudio> audio, SessionOptions options, IClock clock, IIdGenerator ids)
    {
        this.work = work;
        this.sessions = sessions;
        this.effects = effects;
        this.audio = audio;
        this.options = options;
        this.clock = clock;
        this.ids = ids;
    }

    /// <inheritdoc/>
    public string Name => "transcription.lost-recordings";

    /// <inheritdoc/>
    public Duration Every => Duration.FromSeconds(30);

    /// <inheritdoc/>
    public async Task<JobReport> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var (now, all, last) = (clock.GetCurrentInstant(), JobReport.Nothing, false);
        while (!last)
        {
            // What cannot be closed yet stays first for ever: the rest must not wait behind it.
            var page = await SessionSweep.RunAsync(
                async () =>
                {
                    var lost = await sessions.LostAsync(tenant, now, all.Failed, PerPage, cancellationToken).ConfigureAwait(false);
                    last = lost.Count < PerPage;
                    return lost;
                },
                id => CloseAsync(tenant, id, cancellationToken), cancellationToken).ConfigureAwait(false);
            all = new(all.Done + page.Done, all.Failed + page.Failed, all.Error ?? page.Error);
        }

        return all;
    }

    private async Task CloseAsync(TenantId tenant, SessionId id, CancellationToken ct)
    {
        if (await sessions.FindAsync(tenant, id, ct).ConfigureAwait(false) is not { } found) return;
        var x = new CommandContext(tenant, found.ToSnapshot().Site, Actor.System, "job", ids.Next<CommandId>());
        await work.RunAsync(x, new CloseLost(id), async (unit, token) =>
        {
            var before = await sessions.FindAsync(tenant, id, token).ConfigureAwait(false);
            // Its recorder may have come back, or somebody has stopped it meanwhile.
            if (before is not { IsActive: true } || before.ToSnapshot().Lease is { } lease && lease.Until > unit.Now) return id;
            var failures = new Failures();
            var captured = await audio().SealAsync(tenant, id, token).ConfigureAwait(false);
            var after = before.Lose(failures, captured, options, unit.Now);
            failures.ThrowIfAny();
            _ = await effects.SaveAsync(unit, before, after, "capture-lost", token).ConfigureAwait(false);
            return id;
        }, ct).ConfigureAwait(false);
    }

    private sealed record CloseLost(SessionId Session) : ICommand<SessionId>
    {
        public string Name => "transcription.close-lost-recording";

        public void Describe(IPayloadWriter payload) => payload.Write("session", Session.ToString());
    }
}
