using Clinic.Abstractions.Conversations;
using Clinic.Abstractions.Tests.InMemory;
using NodaTime;

namespace Clinic.Abstractions.Tests.Conversations;

public sealed class ConversationLogTests : IAsyncDisposable
{
    private readonly InMemoryStores stores = new();
    private readonly Actor speaker = new(new PersonId(Guid.CreateVersion7()), [Role.Nurse], []);
    private readonly Actor auditor = new(new PersonId(Guid.CreateVersion7()), [Role.Auditor], []);
    private readonly Actor administrator = new(new PersonId(Guid.CreateVersion7()), [Role.Administrator], []);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IConversationStore Store => stores.Get<IConversationStore>();

    private ConversationLog Log => new(stores.Get<IUnitOfWork>(), Store, stores.Get<IIdGenerator>());

    private ConversationInquiries Inquiries => new(stores.Get<IUnitOfWork>(), Store);

    public ValueTask DisposeAsync() => stores.DisposeAsync();

    [Fact]
    public async Task Without_consent_nothing_is_written()
    {
        Assert.Null(await Log.KeepAsync(X(speaker), AnUtterance("pausar el conteo de Ana Ruiz"), Stop));

        Assert.Empty(await AllAsync());
        Assert.Empty((await stores.Get<IAuditLog>().ListAsync(stores.Tenant, new AuditQuery(), PageRequest.First, Stop)).Items);
    }

    [Fact]
    public async Task With_consent_a_sentence_is_kept_and_the_audit_holds_none_of_its_words()
    {
        await Log.DecideAsync(X(speaker), new(true, 0), Stop);

        var id = await Log.KeepAsync(X(speaker), AnUtterance("pausar el conteo de Ana Ruiz"), Stop);

        var entry = Assert.Single(await AllAsync());
        Assert.Equal((id, "pausar el conteo de Ana Ruiz", 1L, speaker.Person), (entry.Id, entry.Said, entry.Consent, entry.Person));
        Assert.Equal((0.667m, Duration.FromTicks(123_450), stores.Clock.GetCurrentInstant().TruncateToMicroseconds()), (entry.Confidence, entry.Took, entry.At));
        var audit = (await stores.Get<IAuditLog>().ListAsync(stores.Tenant, new AuditQuery(), PageRequest.First, Stop)).Items;
        Assert.Contains(audit, e => e.Action == "conversation.kept");
        Assert.DoesNotContain("Ruiz", string.Concat(audit.Select(e => e.ToString())), StringComparison.Ordinal);
        Assert.Equal(entry.Id.ToString(), entry.ToString());
        Assert.DoesNotContain("Ana", AnUtterance("Ana").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_withdrawal_nothing_more_is_written_and_what_was_kept_stays_until_it_is_purged()
    {
        await Log.DecideAsync(X(speaker), new(true, 0), Stop);
        await Log.KeepAsync(X(speaker), AnUtterance("uno"), Stop);

        var withdrawn = await Log.DecideAsync(X(speaker), new(false, 1), Stop);

        Assert.Equal(2, withdrawn.Version);
        Assert.Null(await Log.KeepAsync(X(speaker), AnUtterance("dos"), Stop));
        Assert.Equal("uno", Assert.Single(await AllAsync()).Said);
        Assert.Equal([true, false], (await Inquiries.ConsentsAsync(X(speaker), Stop)).Select(c => c.IsGiven));
        Assert.Equal(new(2, 1), await Log.PurgeOwnAsync(X(speaker), new(), Stop));
        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task The_same_decision_again_is_no_new_version_and_a_stale_one_is_refused()
    {
        var x = X(speaker);
        Assert.Equal(new(1, 0), await Log.DecideAsync(x, new(true, 0), Stop));
        Assert.Equal(new(1, 0), await Log.DecideAsync(x, new(true, 0), Stop));
        Assert.Equal(new(1, 0), await Log.DecideAsync(X(speaker), new(true, 1), Stop));

        var stale = await Assert.ThrowsAsync<ClinicRuleException>(() => Log.DecideAsync(X(speaker), new(false, 0), Stop));

        Assert.Equal(ClinicRules.StaleVersion, stale.Code);
        Assert.Single(await Inquiries.ConsentsAsync(X(speaker), Stop));
        Assert.Equal(new(0, 0), await Log.DecideAsync(X(auditor), new(false, 0), Stop));
    }

    [Fact]
    public async Task Entries_go_after_ninety_days_to_the_day_and_a_bounded_number_at_a_time()
    {
        await Log.DecideAsync(X(speaker), new(true, 0), Stop);
        for (var i = 0; i < 3; i++) await Log.KeepAsync(X(speaker), AnUtterance($"vieja {i}"), Stop);
        stores.Clock.Advance(Duration.FromHours(1));
        await Log.KeepAsync(X(speaker), AnUtterance("joven"), Stop);
        var job = Job(new() { PurgeAtOnce = 2 });

        stores.Clock.Advance(Duration.FromDays(90) - Duration.FromHours(1) - Duration.FromTicks(10));
        Assert.Equal(JobReport.Nothing, await job.RunOnceAsync(stores.Tenant, Stop));
        stores.Clock.Advance(Duration.FromTicks(10));
        Assert.Equal(new(2), await job.RunOnceAsync(stores.Tenant, Stop));
        Assert.Equal(new(1), await job.RunOnceAsync(stores.Tenant, Stop));
        Assert.Equal(JobReport.Nothing, await job.RunOnceAsync(stores.Tenant, Stop));

        Assert.Equal("joven", Assert.Single(await AllAsync()).Said);
        stores.Clock.Advance(Duration.FromHours(1));
        Assert.Equal(JobReport.Nothing, await Job(new() { KeepDays = 91 }).RunOnceAsync(stores.Tenant, Stop));
        Assert.Equal(new(1), await job.RunOnceAsync(stores.Tenant, Stop));
    }

    [Fact]
    public async Task Another_clinic_is_not_purged()
    {
        await Log.DecideAsync(X(speaker), new(true, 0), Stop);
        await Log.KeepAsync(X(speaker), AnUtterance("mía"), Stop);
        stores.Clock.Advance(Duration.FromDays(400));

        Assert.Equal(JobReport.Nothing, await Job(new()).RunOnceAsync(stores.OtherTenant, Stop));

        Assert.Single(await AllAsync());
    }

    [Fact]
    public async Task Own_words_are_exported_page_by_page_and_every_look_is_audited()
    {
        await Log.DecideAsync(X(speaker), new(true, 0), Stop);
        await Log.DecideAsync(X(auditor), new(true, 0), Stop);
        for (var i = 0; i < 5; i++) await Log.KeepAsync(X(speaker), AnUtterance($"frase {i}"), Stop);
        await Log.KeepAsync(X(auditor), AnUtterance("ajena"), Stop);

        var (said, mark) = (new List<string>(), (string?)null);
        do
        {
            var page = await Inquiries.ExportOwnAsync(X(speaker), new(2, mark), Stop);
            said.AddRange(page.Items.Select(e => e.Said));
            mark = page.Next;
        }
        while (mark is not null);

        Assert.Equal(["frase 0", "frase 1", "frase 2", "frase 3", "frase 4"], said.Order(StringComparer.Ordinal));
        Assert.Equal(5, (await Inquiries.OwnAsync(X(speaker), PageRequest.First, Stop)).Items.Count);
        Assert.Equal((3, 1), (await AuditedAsync("conversation.own-exported"), await AuditedAsync("conversation.own-read")));
    }

    [Fact]
    public async Task Words_of_others_are_the_auditors_and_counts_the_administrators_too()
    {
        await Log.DecideAsync(X(speaker), new(true, 0), Stop);
        await Log.KeepAsync(X(speaker), AnUtterance("frase"), Stop);

        Assert.Single((await Inquiries.OfAsync(X(auditor), speaker.Person, PageRequest.First, Stop)).Items);
        Assert.Equal(1, await AuditedAsync("conversation.read"));
        foreach (var actor in (Actor[])[administrator, speaker])
            Assert.Equal(ClinicRules.RoleMissing, (await Assert.ThrowsAsync<ClinicRuleException>(() => Inquiries.OfAsync(X(actor), speaker.Person, PageRequest.First, Stop))).Code);
        Assert.Equal(1, Assert.Single(await Inquiries.CountAsync(X(administrator), new(), Stop)).Entries);
        Assert.Single(await Inquiries.CountAsync(X(auditor), new(), Stop));
        Assert.Equal(ClinicRules.RoleMissing, (await Assert.ThrowsAsync<ClinicRuleException>(() => Inquiries.CountAsync(X(speaker), new(), Stop))).Code);
    }

    [Fact]
    public async Task Whatever_was_typed_is_kept_in_a_form_that_every_store_takes()
    {
        await Log.DecideAsync(X(speaker), new(true, 0), Stop);
        (string Said, string Kept)[] cases =
        [
            ("a\0b\r\nc", "a b  c"), ("\ud83d\ude00", "\ud83d\ude00"), ("x\ud83d", "x\ufffd"), ("\ude00x", "\ufffdx"), (new string('x', 9_000), new string('x', Utterance.LongestText)),
        ];

        foreach (var (said, _) in cases) await Log.KeepAsync(X(speaker), AnUtterance(said), Stop);

        Assert.Equal(cases.Select(c => c.Kept).Order(StringComparer.Ordinal), (await AllAsync()).Select(e => e.Said).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Defaults_and_bounds_of_the_options()
    {
        Assert.Equal((90, 2_000, Duration.FromDays(90)), (new ConversationOptions().KeepDays, new ConversationOptions().PurgeAtOnce, new ConversationOptions().KeepFor));
        Assert.Empty(new ConversationOptions().Faults());
        Assert.Equal(
            ["Conversations:KeepDays is 0; allowed is 1 to 3650.", "Conversations:PurgeAtOnce is 0; allowed is 1 to 20000."],
            new ConversationOptions { KeepDays = 0, PurgeAtOnce = 0 }.Faults());
    }

    [Theory]
    [InlineData(-0.001)]
    [InlineData(1.001)]
    public async Task A_certainty_lies_between_zero_and_one(double confidence) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Log.KeepAsync(X(speaker), AnUtterance("x") with { Confidence = (decimal)confidence }, Stop));

    private static Utterance AnUtterance(string said) => new(
        Guid.CreateVersion7(), ConversationDomain.Emergency, said, "¿Confirma?", "pause", "understood", 0.6666m, Duration.FromTicks(123_456), null);

    private ConversationPurgeJob Job(ConversationOptions options) =>
        new(stores.Get<IUnitOfWork>(), Store, options, stores.Clock, stores.Get<IIdGenerator>());

    private CommandContext X(Actor actor) => new(stores.Tenant, stores.Get<IIdGenerator>().Next<SiteId>(), actor, "test", stores.Get<IIdGenerator>().Next<CommandId>());

    private async Task<IReadOnlyList<ConversationEntry>> AllAsync() => (await Store.ListAsync(stores.Tenant, new(), PageRequest.First, Stop)).Items;

    private async Task<int> AuditedAsync(string action) =>
        (await stores.Get<IAuditLog>().ListAsync(stores.Tenant, new AuditQuery(), new(500), Stop)).Items.Count(e => e.Action == action);
}
