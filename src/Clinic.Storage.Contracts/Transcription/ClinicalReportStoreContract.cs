using Clinic.Abstractions;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Storage.Contracts;

/// <summary>What <see cref="IClinicalReportStore"/> promises.</summary>
public static class ClinicalReportStoreContract
{
    /// <summary>The cases.</summary>
    public static IReadOnlyList<ContractCase> Cases { get; } =
    [
        new("A report is found whole, by its tenant only", FindsAsync),
        new("A change is one version on and keeps what was signed", SavesAsync),
        new("A session has one report on its way", OneOpenAsync),
        new("Lists are newest first, paged, and narrowed by what is asked", ListsAsync),
        new("Due are those whose instant has come, the longest first", DueAsync),
    ];

    private static async Task FindsAsync(IClinicStores stores, CancellationToken ct)
    {
        var (store, report) = (stores.Get<IClinicalReportStore>(), Report(stores));
        await stores.CommitAsync(unit => store.Add(unit, report), ct).ConfigureAwait(false);

        Same(report, await store.FindAsync(stores.Tenant, report.Summary.Report, ct).ConfigureAwait(false));
        Check.Equal(null, await store.FindAsync(stores.OtherTenant, report.Summary.Report, ct).ConfigureAwait(false), "The report, asked by the other");
        Check.Equal(null, await store.FindAsync(stores.Tenant, stores.NewId<ReportId>(), ct).ConfigureAwait(false), "An unknown report");
        Check.Sequence([report.Summary], await store.OfSessionAsync(stores.Tenant, report.Summary.Session, ct).ConfigureAwait(false), "Reports of the session");
        Check.Equal(0, (await store.OfSessionAsync(stores.OtherTenant, report.Summary.Session, ct).ConfigureAwait(false)).Count, "Reports of the session, asked by the other");
    }

    private static async Task SavesAsync(IClinicStores stores, CancellationToken ct)
    {
        var (store, report) = (stores.Get<IClinicalReportStore>(), Report(stores));
        await stores.CommitAsync(unit => store.Add(unit, report), ct).ConfigureAwait(false);
        var (first, second) = (Part("v1", stores.Now()), Part("a1", stores.Now() + Duration.FromMinutes(1)));
        var signed = Changed(report, report.Summary with { Status = ReportStatus.Signed, SignedVersions = 1, Version = 2 }, [9, 9], stores.Now());
        await stores.CommitAsync(unit => store.Save(unit, signed, [first]), ct).ConfigureAwait(false);
        var filed = Changed(report, signed.Summary with { Status = ReportStatus.Filed, ConsentWithdrawn = true, Version = 3 }, [8], null);
        await stores.CommitAsync(unit => store.Save(unit, filed, [second]), ct).ConfigureAwait(false);

        var found = Check.Found(await store.FindAsync(stores.Tenant, report.Summary.Report, ct).ConfigureAwait(false), "The report");
        Same(new(filed.Summary, filed.Document, [first, second]), found);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => stores.CommitAsync(unit => store.Save(unit, signed, []), ct), "A stale change").ConfigureAwait(false);
    }

    private static async Task OneOpenAsync(IClinicStores stores, CancellationToken ct)
    {
        var (store, report) = (stores.Get<IClinicalReportStore>(), Report(stores));
        await stores.CommitAsync(unit => store.Add(unit, report), ct).ConfigureAwait(false);
        var other = Report(stores, report.Summary.Session);
        await Check.ThrowsAsync<ConcurrencyConflictException>(() => stores.CommitAsync(unit => store.Add(unit, other), ct), "A second open report").ConfigureAwait(false);

        await stores.CommitAsync(unit => store.Save(unit, Changed(report, report.Summary with { Status = ReportStatus.Erased, Version = 2 }, [], null), []), ct).ConfigureAwait(false);
        await stores.CommitAsync(unit => store.Add(unit, other), ct).ConfigureAwait(false);
        Check.Equal(2, (await store.OfSessionAsync(stores.Tenant, report.Summary.Session, ct).ConfigureAwait(false)).Count, "Reports of the session");
    }

    private static async Task ListsAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IClinicalReportStore>();
        var site = stores.NewId<SiteId>();
        var all = new List<ReportSummary>();
        for (var i = 0; i < 5; i++)
        {
            var one = Report(stores, site: site, startedAt: stores.Now() + Duration.FromMinutes(i / 2));
            await stores.CommitAsync(unit => store.Add(unit, one), ct).ConfigureAwait(false);
            all.Insert(0, one.Summary);
        }

        var expected = all.OrderByDescending(s => s.StartedAt).ThenByDescending(s => s.Report.ToString(), StringComparer.Ordinal).ToList();
        var (listed, mark) = (new List<ReportSummary>(), (string?)null);
        do
        {
            var page = await store.ListAsync(stores.Tenant, new(site), new PageRequest(2, mark), ct).ConfigureAwait(false);
            listed.AddRange(page.Items);
            mark = page.Next;
        }
        while (mark is not null);
        Check.Sequence(expected, listed, "All pages");

        var some = all[2];
        await ExpectAsync(new(site) { Participant = some.Physician }, [some]).ConfigureAwait(false);
        await ExpectAsync(new(site) { Participant = some.Assistant }, [some]).ConfigureAwait(false);
        await ExpectAsync(new(site) { Patient = some.Patient }, [some]).ConfigureAwait(false);
        await ExpectAsync(new(site) { Status = ReportStatus.Filed }, []).ConfigureAwait(false);
        await ExpectAsync(new(site) { From = stores.Now() + Duration.FromMinutes(2) }, [.. expected.Take(1)]).ConfigureAwait(false);
        await ExpectAsync(new(site) { To = stores.Now() + Duration.FromMinutes(1) }, [.. expected.Skip(3)]).ConfigureAwait(false);
        await ExpectAsync(new(stores.NewId<SiteId>()), []).ConfigureAwait(false);
        Check.Equal(0, (await store.ListAsync(stores.OtherTenant, new(site), PageRequest.First, ct).ConfigureAwait(false)).Items.Count, "The list of the other");

        async Task ExpectAsync(ReportQuery query, IReadOnlyList<ReportSummary> wanted) =>
            Check.Sequence(wanted, (await store.ListAsync(stores.Tenant, query, PageRequest.First, ct).ConfigureAwait(false)).Items, "A narrowed list");
    }

    private static async Task DueAsync(IClinicStores stores, CancellationToken ct)
    {
        var store = stores.Get<IClinicalReportStore>();
        var now = stores.Now();
        SealedReport[] reports = [Report(stores, next: now), Report(stores, next: now - Duration.FromMinutes(5)), Report(stores, next: now + Duration.FromSeconds(1)), Report(stores)];
        foreach (var one in reports) await stores.CommitAsync(unit => store.Add(unit, one), ct).ConfigureAwait(false);

        Check.Sequence([reports[1].Summary, reports[0].Summary], await store.DueAsync(stores.Tenant, now, 10, ct).ConfigureAwait(false), "Due");
        Check.Sequence([reports[1].Summary], await store.DueAsync(stores.Tenant, now, 1, ct).ConfigureAwait(false), "Due, one at most");
        Check.Equal(0, (await store.DueAsync(stores.OtherTenant, now, 10, ct).ConfigureAwait(false)).Count, "Due of the other");
    }

    private static SealedReport Report(IClinicStores stores, SessionId? session = null, SiteId? site = null, Instant? startedAt = null, Instant? next = null) => new(
        new()
        {
            Report = stores.NewId<ReportId>(),
            Site = site ?? stores.NewId<SiteId>(),
            Session = session ?? stores.NewId<SessionId>(),
            Patient = stores.NewId<PatientId>(),
            Physician = stores.NewId<PersonId>(),
            Assistant = stores.NewId<PersonId>(),
            Status = ReportStatus.InReview,
            StartedAt = startedAt ?? stores.Now(),
            Version = 1,
        }, (byte[])[1, 0, 255], [])
    {
        NextAttempt = next,
    };

    private static SealedReport Changed(SealedReport report, ReportSummary summary, byte[] document, Instant? next) =>
        new(summary with { Report = report.Summary.Report }, document, []) { NextAttempt = next };

    private static SealedPart Part(string name, Instant at) => new(name, new string('a', 64), at, (byte[])[7, 0, 7]);

    private static void Same(SealedReport expected, SealedReport? found)
    {
        var report = Check.Found(found, "The report");
        Check.Equal(expected.Summary, report.Summary, "What lists show");
        Check.Equal(expected.NextAttempt, report.NextAttempt, "When it is due");
        Check.Sequence(expected.Document.ToArray(), report.Document.ToArray(), "The document");
        Check.Sequence(expected.Parts.Select(p => (p.Name, p.ContentHash, p.At)), report.Parts.Select(p => (p.Name, p.ContentHash, p.At)), "The signed parts");
        foreach (var (one, other) in expected.Parts.Zip(report.Parts)) Check.Sequence(one.Content.ToArray(), other.Content.ToArray(), "A signed part");
    }
}
