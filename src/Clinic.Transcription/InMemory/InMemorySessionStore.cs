using System.Globalization;
using Clinic.Abstractions;
using Clinic.Abstractions.InMemory;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Transcription.InMemory;

/// <summary>Sessions in memory.</summary>
internal sealed class InMemorySessionStore(InMemoryCoordinator coordinator) : ISessionStore
{
    private readonly Dictionary<(TenantId Tenant, SessionId Id), TranscriptionSession> all = [];
    private readonly Dictionary<(TenantId, PersonId), SessionId> active = [];

    public Task<TranscriptionSession?> FindAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => all.GetValueOrDefault((tenant, session))));

    public Task<Page<TranscriptionSession>> ListAsync(TenantId tenant, SessionQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var found = Of(tenant)
            .Where(s => Fits(s.ToSnapshot(), query))
            .OrderByDescending(Mark, StringComparer.Ordinal)
            .Where(s => page.After is null || string.CompareOrdinal(Mark(s), page.After) < 0)
            .Take(page.Size + 1)
            .ToList();
        return Task.FromResult(Paging.Cut(found, page, Mark));
    }

    public Task<TranscriptionSession?> ActiveOfAsync(TenantId tenant, PersonId physician, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() => active.TryGetValue((tenant, physician), out var id) ? all.GetValueOrDefault((tenant, id)) : null));

    public Task<IReadOnlyList<SessionId>> LostAsync(TenantId tenant, Instant now, int skip, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SessionId>>(
            [.. Of(tenant).Where(s => s.IsActive && s.ToSnapshot().Lease?.Until <= now).OrderBy(s => s.ToSnapshot().Lease!.Until).ThenBy(Text, StringComparer.Ordinal).Skip(skip).Take(most).Select(s => s.Id)]);

    public Task<IReadOnlyList<SessionId>> ExpiredAsync(TenantId tenant, Instant now, int skip, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SessionId>>(
            [.. Of(tenant).Where(s => !s.ToSnapshot().IsHeld && s.ToSnapshot().KeepUntil <= now).OrderBy(s => s.ToSnapshot().KeepUntil).ThenBy(Text, StringComparer.Ordinal).Skip(skip).Take(most).Select(s => s.Id)]);

    public Task<bool> RenewAsync(TenantId tenant, SessionId session, string recorder, Instant until, CancellationToken cancellationToken) =>
        Task.FromResult(coordinator.Read(() =>
        {
            if (!all.TryGetValue((tenant, session), out var found) || !found.IsActive || found.ToSnapshot().Lease?.Owner != recorder) return false;
            all[(tenant, session)] = TranscriptionSession.Restore(found.ToSnapshot() with { Lease = new(recorder, until) });
            return true;
        }));

    public void Add(IUnit unit, TranscriptionSession session) => Stage(unit, session);

    public void Save(IUnit unit, TranscriptionSession session) => Stage(unit, session);

    private void Stage(IUnit unit, TranscriptionSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var tenant = unit.Context.Tenant;
        InMemoryUnit.Of(unit).Stage(c =>
        {
            c.AdvanceFact(session.Fact, session.Version);
            var key = (tenant, session.Physician);
            if (active.TryGetValue(key, out var other) && other == session.Id) c.Remove(active, key);
            if (session.IsActive) c.AddUnique(active, key, session.Id, session.Fact);
            c.Put(all, (tenant, session.Id), session);
        });
    }

    private List<TranscriptionSession> Of(TenantId tenant) => coordinator.Read(() => all.Where(s => s.Key.Tenant == tenant).Select(s => s.Value).ToList());

    private static bool Fits(SessionSnapshot s, SessionQuery q) =>
        (q.Statuses.Count == 0 || q.Statuses.Contains(s.Status))
        && (q.Patient is null || q.Patient == s.Patient)
        && (q.Physician is null || q.Physician == s.Physician)
        && (q.Participant is null || q.Participant == s.Physician || q.Participant == s.Assistant)
        && (q.From is not { } from || s.CreatedAt >= from)
        && (q.Until is not { } until || s.CreatedAt < until)
        && (q.Site is null || q.Site == s.Site);

    private static string Text(TranscriptionSession s) => s.Id.ToString();

    // Digits of one length sort as numbers do; no session was opened before 1970 by far.
    private static string Mark(TranscriptionSession s) => string.Create(CultureInfo.InvariantCulture, $"{s.ToSnapshot().CreatedAt.ToUnixTimeMicroseconds():D20}/{s.Id}");
}
