using Clinic.Abstractions;
using Clinic.Transcription.Sealing;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Tests.Kit;
using Clinic.Transcription.Transcripts;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Clinic.Transcription.Tests.Transcripts;

public class TranscriptDeskTests
{
    private static async Task RefusedAsync(Func<Task> call, params string[] codes) =>
        Assert.Equal(codes, (await Assert.ThrowsAsync<TranscriptionException>(call)).Failures.Select(f => f.Code));

    [Fact]
    public async Task Corrections_are_seen_and_the_original_stays()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.InAsync(SessionStatus.Transcribed);
        var desk = surgery.Get<TranscriptDesk>();
        var roles = new Dictionary<string, SpeakerRole> { ["doctor"] = SpeakerRole.Patient, ["paciente"] = SpeakerRole.Physician };

        var before = (await surgery.FindAsync(session)).Version;
        await desk.CorrectAsync(surgery.As("assistant"), new() { Session = session, Version = 1, Segment = 1, Text = "Me duele la espalda." }, Surgery.Ct);
        // What rests on the words, a draft or a signature under way, sees that they changed.
        Assert.Equal(before + 1, (await surgery.FindAsync(session)).Version);
        var answer = await desk.SetRolesAsync(surgery.As("physician"), new() { Session = session, Version = 2, Roles = roles }, Surgery.Ct);

        Assert.Equal(3, answer.Version);
        var found = await desk.ReadAsync(surgery.As("physician"), session, Surgery.Ct);
        Assert.Equal(("Me duele la espalda.", "Me duele la garganta desde ayer."), (found.Current.Segments[1].Text, found.Original.Segments[1].Text));
        Assert.Equal((SpeakerRole.Physician, SpeakerRole.Patient), (found.Current.RoleOf(found.Current.Segments[1]), found.Original.RoleOf(found.Original.Segments[1])));
        Assert.Equal([surgery.Person("assistant"), surgery.Person("physician")], found.Corrections.Select(c => c.By));
        Assert.Equal([1, 2], found.Corrections.Select(c => c.Position));
        var read = (await surgery.AuditAsync()).Items.Single(e => e.Action == "transcript.read");
        Assert.Equal((surgery.Person("physician"), "version 3"), (read.Actor, read.Note));
    }

    [Fact]
    public async Task A_stale_or_impossible_correction_is_refused()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.InAsync(SessionStatus.Transcribed);
        var desk = surgery.Get<TranscriptDesk>();
        var correct = new CorrectSegment { Session = session, Version = 1, Segment = 0, Text = "¿Qué le pasa?" };
        await desk.CorrectAsync(surgery.As("physician"), correct, Surgery.Ct);

        await RefusedAsync(() => desk.CorrectAsync(surgery.As("physician"), correct, Surgery.Ct), TranscriptionRules.StaleTranscript);
        await RefusedAsync(() => desk.CorrectAsync(surgery.As("physician"), correct with { Version = 2, Segment = 2, Text = "" }, Surgery.Ct), TranscriptionRules.SegmentUnknown, TranscriptionRules.FieldInvalid);
        await RefusedAsync(() => desk.SetRolesAsync(surgery.As("physician"), new() { Session = session, Version = 2, Roles = new Dictionary<string, SpeakerRole> { ["x"] = SpeakerRole.Patient } }, Surgery.Ct),
            TranscriptionRules.SpeakerUnknown);
        await RefusedAsync(() => desk.CorrectAsync(surgery.As("other"), correct, Surgery.Ct), TranscriptionRules.SessionUnknown);
        await RefusedAsync(() => desk.CorrectAsync(surgery.As("supervisor"), correct, Surgery.Ct), TranscriptionRules.RoleMissing, TranscriptionRules.NotYourSession);
        var other = await surgery.InAsync(SessionStatus.Ready);
        await RefusedAsync(() => desk.ReadAsync(surgery.As("physician"), other, Surgery.Ct), TranscriptionRules.TranscriptUnknown);
    }

    [Fact]
    public async Task A_repeated_look_is_not_shown_without_being_audited()
    {
        await using var surgery = await Surgery.OpenAsync();
        var session = await surgery.InAsync(SessionStatus.Transcribed);
        var x = surgery.As("physician");
        await surgery.Get<TranscriptDesk>().ReadAsync(x, session, Surgery.Ct);

        var refusal = await Assert.ThrowsAsync<ClinicRuleException>(() => surgery.Get<TranscriptDesk>().ReadAsync(x, session, Surgery.Ct));

        Assert.Equal(ClinicRules.CommandReused, refusal.Code);
    }

    [Fact]
    public async Task Text_of_another_session_tenant_or_part_does_not_open()
    {
        await using var surgery = await Surgery.OpenAsync();
        var (first, second) = (await surgery.InAsync(SessionStatus.Transcribed), await surgery.InAsync(SessionStatus.Transcribed));
        var store = surgery.Get<ITranscriptStore>();
        var (one, two) = ((await store.FindAsync(surgery.Tenant, first, Surgery.Ct))!, (await store.FindAsync(surgery.Tenant, second, Surgery.Ct))!);
        await surgery.CommitAsync(unit => store.Remove(unit, first));
        await surgery.CommitAsync(unit => store.Add(unit, new SealedTranscript(first, two.Document, one.MadeAt, [])));

        await RefusedAsync(() => surgery.Get<TranscriptDesk>().ReadAsync(surgery.As("physician"), first, Surgery.Ct), TranscriptionRules.TextNotGenuine);

        var key = (await surgery.Get<TextKeys>().FindAsync(surgery.Tenant, SealedTranscript.FactOf(second), Surgery.Ct))!;
        Assert.NotNull(key.Open("segments", two.Document.Span));
        Assert.Null(key.Open("correction/1", two.Document.Span));
        for (var i = 0; i < two.Document.Length; i += 7)
        {
            var flipped = two.Document.ToArray();
            flipped[i] ^= 1;
            Assert.Null(key.Open("segments", flipped));
        }

        Assert.Null(key.Open("segments", two.Document.Span[..20]));
    }

    [Fact]
    public async Task Without_the_key_of_the_ring_the_text_is_named_and_not_shown()
    {
        await using var surgery = await Surgery.OpenAsync(more: c => c.AddSingleton(new TextKeyRing("new", new Dictionary<string, byte[]> { ["new"] = new byte[32] })));
        var session = await surgery.InAsync(SessionStatus.Transcribed);
        var key = (await surgery.Get<ITextKeyStore>().FindAsync(surgery.Tenant, SealedTranscript.FactOf(session), Surgery.Ct))!;
        await surgery.CommitAsync(unit => surgery.Get<ITextKeyStore>().Destroy(unit, SealedTranscript.FactOf(session)));
        await surgery.CommitAsync(unit => surgery.Get<ITextKeyStore>().Add(unit, new WrappedTextKey(SealedTranscript.FactOf(session), "old", key.Wrapped, key.MadeAt)));

        await RefusedAsync(() => surgery.Get<TranscriptDesk>().ReadAsync(surgery.As("physician"), session, Surgery.Ct), TranscriptionRules.TextKeyMissing);
    }

    [Fact]
    public void A_ring_without_its_active_key_or_with_a_short_one_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new TextKeyRing("a", new Dictionary<string, byte[]>()));
        Assert.Throws<ArgumentException>(() => new TextKeyRing("a", new Dictionary<string, byte[]> { ["a"] = new byte[31] }));
        Assert.Equal("text keys random", TextKeyRing.Random().ToString());
    }

    [Theory]
    [InlineData(100, 98, 0, true)]
    [InlineData(100, 97, 0, false)]
    [InlineData(100, 50, 48, true)]
    [InlineData(0, 0, 0, true)]
    public void A_recording_is_covered_by_what_was_heard_and_listed(int recorded, int heard, int gap, bool whole) =>
        Assert.Equal(whole, TranscriptCoverage.IsWhole(
            Duration.FromSeconds(recorded), Duration.FromSeconds(heard), gap == 0 ? [] : [new(Duration.Zero, Duration.FromSeconds(gap), GapReason.ConnectionLost)]));
}
