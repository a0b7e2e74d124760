using Clinic.Abstractions;
using Clinic.Transcription.Audio;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="ISessionStore"/> promises.</summary>
public static class SessionStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A session comes back whole, in every status", KeepsAsync),
        new("Sessions are listed by what is asked, newest first, in pages, per tenant", ListsAsync),
        new("A physician has one active session; a second one is a conflict", OneActiveAsync),
        new("A recorder's sign of life lasts, and its end shows who is lost", LeasesAsync),
        new("Whose time is over is found, but nothing under a legal hold", ExpiresAsync),
        new("A stale session is a conflict", RefusesAsync),
    ];

    internal static SessionSnapshot ASession(IClinicStores stores, SiteId? site = null, PersonId? physician = null, Instant? at = null) => new()
    {
        Id = stores.NewId<SessionId>(),
        Site = site ?? stores.NewId<SiteId>(),
        Kind = SessionKind.Dictation,
        Status = SessionStatus.Created,
        Patient = stores.NewId<PatientId>(),
        Encounter = stores.NewId<EncounterId>(),
        Physician = physician ?? stores.NewId<PersonId>(),
        Language = "es",
        CreatedAt = at ?? stores.Now(),
        Version = 1,
    };

    private static ISessionStore Store(IClinicStores stores) => stores.Get<ISessionStore>();

    private static Task<ContractAnswer> AddAsync(IClinicStores stores, SessionSnapshot session, CancellationToken ct) =>
        stores.CommitAsync(unit => Store(stores).Add(unit, TranscriptionSession.Restore(session)), ct);

    private static Task<ContractAnswer> SaveAsync(IClinicStores stores, SessionSnapshot session, CancellationToken ct) =>
        stores.CommitAsync(unit => Store(stores).Save(unit, TranscriptionSession.Restore(session)), ct);

    private static SessionSnapshot Active(IClinicStores stores, SessionSnapshot session, Instant until) => session with
    {
        Status = SessionStatus.Recording,
        Lease = new("página-1", until),
        StartedAt = stores.Now(),
        Audio = AudioPresence.Open,
        Format = new AudioFormat("audio/wav", "linear16", 16_000),
        Version = session.Version + 1,
    };

    private static async Task KeepsAsync(IClinicStores stores, CancellationToken ct)
    {
        var now = stores.Now();
        var session = ASession(stores);
        await AddAsync(stores, session, ct).ConfigureAwait(false);
        await ExpectAsync(stores, session, ct).ConfigureAwait(false);
        foreach (var status in Enum.GetValues<SessionStatus>())
        {
            session = session with
            {
                Status = status,
                Assistant = session.Assistant is null ? stores.NewId<PersonId>() : null,
                Consent = new(ConsentScope.Record | ConsentScope.Keep, 4, now, null, now + Duration.FromHours(1), 3),
                Lease = status == SessionStatus.Recording ? new("r", now) : null,
                Format = new AudioFormat("audio/webm"),
                StartedAt = now,
                CapturedAt = now + Duration.FromMinutes(1),
                Audio = AudioPresence.Sealed,
                Captured = new(123_456, Duration.FromMilliseconds(61_234), true) { Chunks = 2, Hash = "ab12" },
                Gaps = [new(now, now + Duration.FromSeconds(3), RecordingGapReason.Private), new(now, null, RecordingGapReason.CaptureLost)],
                Round = 2,
                Attempts = 3,
                RetryAt = now + Duration.FromMinutes(9),
                LastFailure = FailureKind.RateLimited,
                Source = "deepgram",
                TranscribedAt = now,
                HasTranscript = true,
                IsPartlyHeard = true,
                HearingAnew = 4,
                KeepUntil = now + Duration.FromDays(90),
                EraseAudioAt = now,
                Erasure = new(now, "k-1", 77, "ab12"),
                IsHeld = status == SessionStatus.Captured,
                SignedReportStands = true,
                Version = session.Version + 1,
            };
            await SaveAsync(stores, session, ct).ConfigureAwait(false);
            await ExpectAsync(stores, session, ct).ConfigureAwait(false);
        }

        Check.Equal(null, await Store(stores).FindAsync(stores.OtherTenant, session.Id, ct).ConfigureAwait(false), "The session, asked by the other");
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (site, physician, assistant, store, now) = (stores.NewId<SiteId>(), stores.NewId<PersonId>(), stores.NewId<PersonId>(), Store(stores), stores.Now());
        SessionSnapshot[] all =
        [
            ASession(stores, site, physician, now - Duration.FromHours(2)),
            ASession(stores, site, physician, now - Duration.FromHours(1)) with { Status = SessionStatus.Ready },
            ASession(stores, site, null, now) with { Assistant = assistant },
            ASession(stores, null, physician, now),
        ];
        foreach (var session in all) await AddAsync(stores, session, ct).ConfigureAwait(false);

        var first = await store.ListAsync(stores.Tenant, new() { Site = site }, new PageRequest(2), ct).ConfigureAwait(false);
        var rest = await store.ListAsync(stores.Tenant, new() { Site = site }, new PageRequest(2, first.Next), ct).ConfigureAwait(false);
        Check.Sequence([all[2].Id, all[1].Id, all[0].Id], first.Items.Concat(rest.Items).Select(s => s.Id), "Of the site, newest first");
        Check.Equal(null, rest.Next, "The mark of the last page");
        await ListedAsync(stores, new() { Site = site, Physician = physician }, [all[1].Id, all[0].Id], ct).ConfigureAwait(false);
        await ListedAsync(stores, new() { Participant = assistant }, [all[2].Id], ct).ConfigureAwait(false);
        await ListedAsync(stores, new() { Site = site, Participant = physician }, [all[1].Id, all[0].Id], ct).ConfigureAwait(false);
        await ListedAsync(stores, new() { Patient = all[0].Patient }, [all[0].Id], ct).ConfigureAwait(false);
        await ListedAsync(stores, new() { Site = site, Statuses = [SessionStatus.Ready, SessionStatus.Purged] }, [all[1].Id], ct).ConfigureAwait(false);
        await ListedAsync(stores, new() { Site = site, From = now - Duration.FromHours(1), Until = now }, [all[1].Id], ct).ConfigureAwait(false);
        Check.Equal(0, (await store.ListAsync(stores.OtherTenant, new(), PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "Asked by the other");
        Check.Equal(0, (await store.ListAsync(stores.Tenant, new() { Site = site }, new PageRequest(5, "0"), ct).ConfigureAwait(false)).Items.Count, "After a mark that is none");
    }

    private static async Task ListedAsync(IClinicStores stores, SessionQuery query, SessionId[] expected, CancellationToken ct) =>
        Check.Sequence(expected, (await Store(stores).ListAsync(stores.Tenant, query, PageRequest.First, ct).ConfigureAwait(false)).Items.Select(s => s.Id), $"{query}");

    private static async Task OneActiveAsync(IClinicStores stores, CancellationToken ct)
    {
        var (physician, until) = (stores.NewId<PersonId>(), stores.Now() + Duration.FromMinutes(1));
        SessionSnapshot[] all = [ASession(stores, null, physician), ASession(stores, null, physician), ASession(stores)];
        foreach (var session in all) await AddAsync(stores, session, ct).ConfigureAwait(false);
        Check.Equal(null, await Store(stores).ActiveOfAsync(stores.Tenant, physician, ct).ConfigureAwait(false), "The active session before there is one");
        var active = Active(stores, all[0], until);
        await SaveAsync(stores, active, ct).ConfigureAwait(false);
        await SaveAsync(stores, Active(stores, all[2], until), ct).ConfigureAwait(false);
        Check.Equal(active.Id, Check.Found(await Store(stores).ActiveOfAsync(stores.Tenant, physician, ct).ConfigureAwait(false), "The active session").Id, "The active session");
        Check.Equal(null, await Store(stores).ActiveOfAsync(stores.OtherTenant, physician, ct).ConfigureAwait(false), "The active session, asked by the other");
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => SaveAsync(stores, Active(stores, all[1], until), ct), "A second active session").ConfigureAwait(false);
        var paused = active with { Status = SessionStatus.Paused, Version = active.Version + 1 };
        await SaveAsync(stores, paused, ct).ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => SaveAsync(stores, Active(stores, all[1], until), ct), "A second one while the first stands still").ConfigureAwait(false);
        await SaveAsync(stores, paused with { Status = SessionStatus.Captured, Lease = null, Version = paused.Version + 1 }, ct).ConfigureAwait(false);
        await SaveAsync(stores, Active(stores, all[1], until), ct).ConfigureAwait(false);
        await ExpectAsync(stores, Active(stores, all[1], until), ct).ConfigureAwait(false);
    }

    private static async Task LeasesAsync(IClinicStores stores, CancellationToken ct)
    {
        var (store, now) = (Store(stores), stores.Now());
        var (early, late, over) = (ASession(stores), ASession(stores), ASession(stores));
        foreach (var session in (SessionSnapshot[])[early, late, over]) await AddAsync(stores, session, ct).ConfigureAwait(false);
        await SaveAsync(stores, Active(stores, early, now + Duration.FromSeconds(1)), ct).ConfigureAwait(false);
        await SaveAsync(stores, Active(stores, late, now + Duration.FromSeconds(2)), ct).ConfigureAwait(false);

        Check.Sequence([], await store.LostAsync(stores.Tenant, now, 0, 10, ct).ConfigureAwait(false), "Lost while all live");
        Check.Sequence([early.Id, late.Id], await store.LostAsync(stores.Tenant, now + Duration.FromSeconds(2), 0, 10, ct).ConfigureAwait(false), "Lost, the longest first");
        Check.Sequence([early.Id], await store.LostAsync(stores.Tenant, now + Duration.FromSeconds(2), 0, 1, ct).ConfigureAwait(false), "The first that is lost");
        Check.Sequence([late.Id], await store.LostAsync(stores.Tenant, now + Duration.FromSeconds(2), 1, 10, ct).ConfigureAwait(false), "Lost, behind the first");
        Check.Sequence([], await store.LostAsync(stores.OtherTenant, now + Duration.FromDays(1), 0, 10, ct).ConfigureAwait(false), "Lost, asked by the other");
        var until = now + Duration.FromMinutes(5);
        Check.True(await store.RenewAsync(stores.Tenant, early.Id, "página-1", until, ct).ConfigureAwait(false), "the recorder that writes is heard");
        Check.True(!await store.RenewAsync(stores.Tenant, early.Id, "other", until, ct).ConfigureAwait(false), "another recorder is not");
        Check.True(!await store.RenewAsync(stores.OtherTenant, early.Id, "página-1", until, ct).ConfigureAwait(false), "another clinic is not");
        Check.True(!await store.RenewAsync(stores.Tenant, over.Id, "página-1", until, ct).ConfigureAwait(false), "a session that is not recorded has no recorder");
        Check.Sequence([late.Id], await store.LostAsync(stores.Tenant, now + Duration.FromSeconds(2), 0, 10, ct).ConfigureAwait(false), "Lost after the sign of life");
        await ExpectAsync(stores, Active(stores, early, until), ct).ConfigureAwait(false);
    }

    private static async Task ExpiresAsync(IClinicStores stores, CancellationToken ct)
    {
        var (store, now) = (Store(stores), stores.Now());
        SessionSnapshot[] all =
        [
            ASession(stores) with { Status = SessionStatus.Transcribed, KeepUntil = now + Duration.FromDays(2) },
            ASession(stores) with { Status = SessionStatus.NoSpeech, KeepUntil = now + Duration.FromDays(1) },
            ASession(stores) with { Status = SessionStatus.Transcribed, KeepUntil = now, IsHeld = true },
            ASession(stores),
        ];
        foreach (var session in all) await AddAsync(stores, session, ct).ConfigureAwait(false);

        Check.Sequence([], await store.ExpiredAsync(stores.Tenant, now, 0, 10, ct).ConfigureAwait(false), "Over at once");
        Check.Sequence([all[1].Id, all[0].Id], await store.ExpiredAsync(stores.Tenant, now + Duration.FromDays(2), 0, 10, ct).ConfigureAwait(false), "Over in two days");
        Check.Sequence([all[1].Id], await store.ExpiredAsync(stores.Tenant, now + Duration.FromDays(2), 0, 1, ct).ConfigureAwait(false), "The first that is over");
        Check.Sequence([all[0].Id], await store.ExpiredAsync(stores.Tenant, now + Duration.FromDays(2), 1, 10, ct).ConfigureAwait(false), "Over, behind the first");
        Check.Sequence([], await store.ExpiredAsync(stores.Tenant, now + Duration.FromDays(2), 2, 10, ct).ConfigureAwait(false), "Over, behind all");
        Check.Sequence([], await store.ExpiredAsync(stores.OtherTenant, now + Duration.FromDays(2), 0, 10, ct).ConfigureAwait(false), "Over, asked by the other");
        await SaveAsync(stores, all[2] with { IsHeld = false, Version = 2 }, ct).ConfigureAwait(false);
        Check.Sequence([all[2].Id], await store.ExpiredAsync(stores.Tenant, now, 0, 10, ct).ConfigureAwait(false), "Over after the hold");
    }

    private static async Task RefusesAsync(IClinicStores stores, CancellationToken ct)
    {
        var session = ASession(stores);
        await AddAsync(stores, session, ct).ConfigureAwait(false);
        await SaveAsync(stores, session with { Version = 2 }, ct).ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => SaveAsync(stores, session with { Version = 2 }, ct), "A stale session").ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => AddAsync(stores, session, ct), "A session that exists").ConfigureAwait(false);
        await Check.ThrowsAsync<ConcurrencyConflictException>(
            () => stores.CommitAsync(unit => unit.Require(TranscriptionSession.FactOf(session.Id), 1), ct), "A commit that relied on the old version").ConfigureAwait(false);
    }

    private static async Task ExpectAsync(IClinicStores stores, SessionSnapshot expected, CancellationToken ct)
    {
        var found = Check.Found(await Store(stores).FindAsync(stores.Tenant, expected.Id, ct).ConfigureAwait(false), "The session").ToSnapshot();
        Check.Equal(expected with { Gaps = found.Gaps }, found, "The session");
        Check.Sequence(expected.Gaps, found.Gaps, "Its gaps");
    }
}
