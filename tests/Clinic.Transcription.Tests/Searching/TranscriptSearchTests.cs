using Clinic.Abstractions;
using Clinic.Transcription.Searching;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Tests.Kit;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Tests.Searching;

public sealed class TranscriptSearchTests
{
    [Fact]
    public async Task FindAsync_shows_a_text_with_its_place_and_writes_down_that_it_was_seen_but_not_the_words()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.InAsync(SessionStatus.Transcribed);

        var hit = Assert.Single((await FindAsync(surgery, "GARGANTA")).Items);

        Assert.Equal((session, null, surgery.Patient, surgery.Person("physician")), (hit.Session, hit.Report, hit.Patient, hit.Physician));
        Assert.Equal("garganta", hit.Excerpt.Text.Substring(hit.Excerpt.Marks[0].Start, hit.Excerpt.Marks[0].Length));
        var audit = (await surgery.AuditAsync()).Items.Where(e => e.CommandName == "transcription.search").ToList();
        Assert.Equal(["transcription.excerpt-shown", "transcription.searched"], audit.Select(e => e.Action).Order(StringComparer.Ordinal));
        Assert.Contains(audit, e => e.Subject == SealedTranscript.FactOf(session));
        Assert.DoesNotContain(audit, e => e.ToString().Contains("garganta", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Those_with_a_part_in_a_session_find_it_and_nobody_else()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.InAsync(SessionStatus.Transcribed);

        Assert.Single((await FindAsync(surgery, "garganta", "assistant")).Items);
        Assert.Empty((await FindAsync(surgery, "garganta", "other")).Items);
        foreach (var who in (string[])["supervisor", "auditor", "nurse", "administrator"])
            Assert.Equal(TranscriptionRules.RoleMissing, (await Assert.ThrowsAsync<TranscriptionException>(() => FindAsync(surgery, "garganta", who))).Code);

        await surgery.RunAsync(new AssignAssistant { Session = session, Assistant = surgery.Person("second") });

        Assert.Empty((await FindAsync(surgery, "garganta", "assistant")).Items);
        Assert.Single((await FindAsync(surgery, "garganta", "second")).Items);
    }

    [Fact]
    public async Task A_correction_is_found_and_what_it_replaced_is_not()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.InAsync(SessionStatus.Transcribed);

        await surgery.Get<TranscriptDesk>().CorrectAsync(surgery.As("physician"), new() { Session = session, Version = 1, Segment = 1, Text = "Me duele la rodilla." }, Surgery.Ct);

        Assert.Single((await FindAsync(surgery, "rodilla")).Items);
        Assert.Empty((await FindAsync(surgery, "garganta")).Items);
    }

    [Theory]
    [InlineData("withdraw")]
    [InlineData("cancel")]
    [InlineData("purge")]
    [InlineData("withdraw while held")]
    public async Task What_ends_is_found_no_more(string how)
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.InAsync(SessionStatus.Transcribed);
        if (how == "withdraw while held") await surgery.RunAsync(new HoldSession { Session = session, Reason = "court" }, "supervisor");

        if (how == "cancel") await surgery.RunAsync(new CancelSession { Session = session });
        else if (how == "purge")
        {
            surgery.Clock.Advance(NodaTime.Duration.FromDays(91));
            await surgery.Get<SessionRetention>().RunOnceAsync(surgery.Tenant, Surgery.Ct);
        }
        else await surgery.WithdrawAsync(session);

        Assert.Empty((await FindAsync(surgery, "garganta")).Items);
        Assert.Equal(0, (await surgery.Get<ITranscriptIndex>().FindStateAsync(surgery.Tenant, Surgery.Ct))!.Entries);
    }

    [Fact]
    public async Task Switched_off_nothing_is_indexed_and_what_was_there_goes()
    {
        await using var surgery = await Surgery.OpenAsync();
        await surgery.InAsync(SessionStatus.Transcribed);
        var options = surgery.Get<Microsoft.Extensions.Options.IOptions<TranscriptionOptions>>().Value.Search;
        options.IsEnabled = false;

        Assert.Equal(TranscriptionRules.SearchOff, (await Assert.ThrowsAsync<TranscriptionException>(() => FindAsync(surgery, "garganta"))).Code);
        Assert.Equal(new JobReport(1), await surgery.Get<SearchUpkeep>().RunOnceAsync(surgery.Tenant, Surgery.Ct));
        await surgery.InAsync(SessionStatus.Transcribed);
        Assert.Equal(IndexState.Empty, await surgery.Get<ITranscriptIndex>().FindStateAsync(surgery.Tenant, Surgery.Ct));
        Assert.Equal(TranscriptionRules.SearchOff, (await Assert.ThrowsAsync<TranscriptionException>(() => surgery.Get<SearchUpkeep>().RebuildAsync(surgery.Tenant, Surgery.Ct))).Code);

        options.IsEnabled = true;
        Assert.Equal(new JobReport(2), await surgery.Get<SearchUpkeep>().RunOnceAsync(surgery.Tenant, Surgery.Ct));
        Assert.Equal(2, (await FindAsync(surgery, "garganta")).Items.Count);
        Assert.Equal(JobReport.Nothing, await surgery.Get<SearchUpkeep>().RunOnceAsync(surgery.Tenant, Surgery.Ct));
    }

    [Fact]
    public async Task A_command_id_that_was_used_shows_nothing()
    {
        await using var surgery = await Surgery.OpenAsync();
        await surgery.InAsync(SessionStatus.Transcribed);
        var x = surgery.As("physician");
        await surgery.Get<TranscriptSearch>().FindAsync(x, new("garganta"), cancellationToken: Surgery.Ct);

        await Assert.ThrowsAsync<ClinicRuleException>(() => surgery.Get<TranscriptSearch>().FindAsync(x, new("duele"), cancellationToken: Surgery.Ct));
    }

    private static Task<Page<SearchHit>> FindAsync(Surgery surgery, string text, string who = "physician") =>
        surgery.Get<TranscriptSearch>().FindAsync(surgery.As(who), new(text), cancellationToken: Surgery.Ct);
}
