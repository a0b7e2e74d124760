using Clinic.Abstractions;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Findings;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Transcription.Tests.Reports;

/// <summary>A physician's room in memory: one visit with its words, a drafter and a record that do what a test says.</summary>
internal sealed class Consulting : IReportSources, IReportDrafter, IClinicalRecordSink, IConsistencyRule
{
    private readonly ServiceProvider services;

    private Consulting(Action<ReportOptions>? configure)
    {
        var collection = new ServiceCollection();
        collection.AddSingleton<IClock>(Clock);
        collection.AddSingleton<IReportSources>(this);
        collection.AddSingleton<IReportDrafter>(this);
        collection.AddSingleton<IClinicalRecordSink>(this);
        collection.AddSingleton<IConsistencyRule>(this);
        collection.AddSingleton(new UnitOfWorkOptions { LongestPause = Duration.FromMilliseconds(2) });
        collection.AddClinicTranscription().UseInMemory().WithReports(o =>
        {
            o.Drafter = "room";
            configure?.Invoke(o);
        });
        services = collection.BuildServiceProvider();
    }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 3, 2, 15, 0));

    public TenantId Tenant { get; } = new(Guid.CreateVersion7());

    public SiteId Site { get; } = new(Guid.CreateVersion7());

    public Actor Physician { get; } = new(new(Guid.CreateVersion7()), [Role.Physician], []);

    public Actor Assistant { get; } = new(new(Guid.CreateVersion7()), [Role.Assistant], []);

    public Actor Supervisor { get; } = new(new(Guid.CreateVersion7()), [Role.Supervisor], []);

    public PatientId Patient { get; } = new(Guid.CreateVersion7());

    public ReportSource? Source { get; set; }

    public bool SendsOutside { get; set; }

    public Func<Transcript, ReportDraft>? Drafts { get; set; }

    public ProviderFailure? Trouble { get; set; }

    public Exception? RecordTrouble { get; set; }

    public List<RecordFiling> Taken { get; } = [];

    public List<Transcript> Seen { get; } = [];

    public List<DraftContext> Told { get; } = [];

    /// <summary>What the rule of this room finds in a draft.</summary>
    public Func<ReportDraft, IEnumerable<Finding>> Finds { get; set; } = _ => [];

    string IReportDrafter.Name => "room";

    string IConsistencyRule.Name => "room";

    public ReportDesk Desk => Get<ReportDesk>();

    public ReportInquiries Inquiries => Get<ReportInquiries>();

    public static async Task<Consulting> OpenAsync(Action<ReportOptions>? configure = null)
    {
        var room = new Consulting(configure);
        await room.Get<IUnitOfWork>().RunAsync(room.As(room.Supervisor), new ReportStep("set-up", default, 0), (unit, _) =>
        {
            room.Get<IPatientStore>().Add(unit, new(room.Patient, "Rosa Núñez Vega", "cedula", "0912345678", "+593 99 123 4567", ["penicilina"], 1));
            unit.Audit("test.set-up", new("test", Guid.CreateVersion7()));
            return Task.FromResult(new ReportAnswer(default, default, 0, 0));
        }, Ct);
        room.Source = new()
        {
            Session = new(Guid.CreateVersion7()),
            Fact = new("test.session", Guid.CreateVersion7()),
            Version = 0,
            Site = room.Site,
            Patient = room.Patient,
            Physician = room.Physician.Person,
            Assistant = room.Assistant.Person,
            Language = "es",
            Status = "Transcribed",
            MayDraft = true,
            Words = new(AVisit.Throat, AVisit.Throat, []),
        };
        room.Drafts = AVisit.DraftOf;
        return room;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public CommandContext As(Actor actor) => new(Tenant, Site, actor, "test", new(Guid.CreateVersion7()));

    public Task<ReportAnswer> DoAsync(ReportCommand command, Actor? actor = null) => Desk.RunAsync(As(actor ?? Physician), command, Ct);

    public async Task<ReportId> DraftedAsync()
    {
        var begun = await Desk.BeginAsync(As(Physician), new() { Session = Source!.Session }, Ct);
        await WorkAsync();
        return begun.Report;
    }

    /// <summary>A drafted report with every statement seen and signed.</summary>
    public async Task<ReportId> SignedAsync()
    {
        var report = await DraftedAsync();
        await SeeAllAsync(report);
        await DoAsync(new SignReport { Report = report, Version = (await FindAsync(report)).Version });
        return report;
    }

    public async Task<ReportId> FiledAsync()
    {
        var report = await SignedAsync();
        await WorkAsync();
        return report;
    }

    public async Task SeeAllAsync(ReportId report) => await DoAsync(new EditReport { Report = report, Changes = [new StatementChange.See([.. (await FindAsync(report)).Statements.Select(s => s.Number)])] });

    /// <summary>Amends as a physician does who stands by every finding that the first refusal names.</summary>
    public async Task<ReportAnswer> AmendAsync(AmendReport amend, string words)
    {
        var refusal = Assert.Single((await RefusedAsync(DoAsync(amend))).Failures);
        Assert.Equal(TranscriptionRules.BlockersOpen, refusal.Code);
        return await DoAsync(amend with { Overrides = refusal.Facts["findings"].Split(", ").ToDictionary(f => f, _ => words) });
    }

    /// <summary>Somebody corrects the words of the session.</summary>
    public void Correct(int segment, string text)
    {
        var words = Source!.Words!;
        TranscriptCorrection[] corrections = [.. words.Corrections, new(words.Corrections.Count + 1, Clock.Now, Physician.Person) { Segment = segment, Text = text }];
        Source = Source with { Words = new(OpenedTranscript.Corrected(words.Original, corrections), words.Original, corrections) };
    }

    /// <summary>The recording is heard again, and what was heard is the text from then on.</summary>
    public void HearAnew(Transcript heard)
    {
        var words = Source!.Words!;
        TranscriptCorrection[] corrections = [.. words.Corrections, new(words.Corrections.Count + 1, Clock.Now, Physician.Person) { Heard = heard }];
        Source = Source with { Words = new(OpenedTranscript.Corrected(words.Original, corrections), words.Original, corrections) };
    }

    /// <summary>Another visit of the patient, after a while.</summary>
    public void Return(Duration after)
    {
        Clock.Advance(after);
        Source = Source! with { Session = new(Guid.CreateVersion7()), Fact = new("test.session", Guid.CreateVersion7()) };
    }

    public Task<JobReport> WorkAsync() => Get<ReportWork>().RunDueAsync(Tenant, 10, Ct);

    public async Task<ClinicalReport> FindAsync(ReportId report) => (await Get<ReportArchive>().FindAsync(Tenant, report, Ct))!;

    public async Task<ReportSnapshot> StateAsync(ReportId report) => (await FindAsync(report)).ToSnapshot();

    public static async Task<TranscriptionException> RefusedAsync(Task act) => await Assert.ThrowsAsync<TranscriptionException>(() => act);

    Task<ReportSource?> IReportSources.FindAsync(TenantId tenant, SessionId session, CancellationToken ct) => Task.FromResult(tenant == Tenant && session == Source?.Session ? Source : null);

    Task<ReportDraft> IReportDrafter.DraftAsync(Transcript transcript, DraftContext context, CancellationToken cancellationToken)
    {
        Seen.Add(transcript);
        Told.Add(context);
        return Trouble is { } failure ? throw new ProviderException("room", failure) : Task.FromResult(Drafts!(transcript));
    }

    Task<string> IClinicalRecordSink.FileAsync(RecordFiling filing, CancellationToken cancellationToken)
    {
        if (RecordTrouble is not null) throw RecordTrouble;
        Taken.Add(filing);
        return Task.FromResult($"record/{filing.IdempotencyKey}");
    }

    IEnumerable<Finding> IConsistencyRule.Check(ReportDraft draft, Transcript transcript, DraftContext context) => Finds(draft);
}
