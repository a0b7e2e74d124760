using Clinic.Abstractions;
using Clinic.Transcription.Reports;
using Clinic.Transcription.Sealing;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Tests.Kit;
using Clinic.Transcription.Tests.Vault;
using Clinic.Transcription.Transcripts;
using Clinic.Transcription.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace Clinic.Transcription.Tests.Sealing;

public sealed class KeyRotationTests
{
    private readonly MemoryVaultFiles files = new();

    [Fact]
    public async Task Texts_and_recordings_come_under_the_new_key_and_the_old_one_may_go()
    {
        await using var surgery = await OpenAsync();
        var sessions = new List<SessionId>();
        for (var i = 0; i < 3; i++) sessions.Add(await surgery.InAsync(SessionStatus.Transcribed));
        await surgery.Get<ReportDesk>().BeginAsync(surgery.As("physician"), new() { Session = sessions[0], IsManual = true }, Surgery.Ct);
        var rotation = surgery.Get<KeyRotation>();
        Assert.Equal(new(0, 0), await rotation.OutstandingAsync(surgery.Tenant, Surgery.Ct));
        Change(surgery, "two", "one", "two");
        Assert.Equal(new(4, 3), await rotation.OutstandingAsync(surgery.Tenant, Surgery.Ct));

        Assert.Equal(new JobReport(7), await rotation.RunOnceAsync(surgery.Tenant, Surgery.Ct));

        Assert.Equal(new(0, 0), await rotation.OutstandingAsync(surgery.Tenant, Surgery.Ct));
        Assert.Equal(JobReport.Nothing, await rotation.RunOnceAsync(surgery.Tenant, Surgery.Ct));
        Change(surgery, "two", "two");
        foreach (var session in sessions)
        {
            Assert.NotEmpty((await surgery.Get<TranscriptDesk>().ReadAsync(surgery.As("physician"), session, Surgery.Ct)).Current.Segments);
            await using var audio = await surgery.Get<ISessionAudio>().OpenAsync(surgery.Tenant, session, (await surgery.FindAsync(session)).Captured, Surgery.Ct);
            Assert.Equal(320_000, audio.Length);
        }

        var audit = (await surgery.AuditAsync()).Items.Where(e => e.Action == "keys.rewrapped").ToList();
        Assert.Equal(4, audit.Count);
        Assert.Single(audit, e => e.Note == "texts 4, key two");
    }

    [Fact]
    public async Task What_cannot_be_done_now_keeps_nothing_else_from_being_done()
    {
        await using var surgery = await OpenAsync();
        var (whole, open) = (await surgery.InAsync(SessionStatus.Captured), await surgery.InAsync(SessionStatus.Transcribed));
        Change(surgery, "two", "one", "two");
        var rotation = surgery.Get<KeyRotation>();
        using (files.TryLock(new(surgery.Tenant, new(open.Value))))
            Assert.Equal(new JobReport(2, 1, nameof(TranscriptionException)), await rotation.RunOnceAsync(surgery.Tenant, Surgery.Ct));
        Assert.Equal(new(0, 1), await rotation.OutstandingAsync(surgery.Tenant, Surgery.Ct));
        Assert.Equal(new JobReport(1), await rotation.RunOnceAsync(surgery.Tenant, Surgery.Ct));

        // The key of then is gone although texts need it: they are named, and stay as they are.
        Change(surgery, "three", "three");
        var report = await rotation.RunOnceAsync(surgery.Tenant, Surgery.Ct);
        Assert.Equal((0, 3, TranscriptionRules.TextKeyMissing), (report.Done, report.Failed, report.Error));
        Change(surgery, "two", "two");
        Assert.NotEmpty((await surgery.Get<TranscriptDesk>().ReadAsync(surgery.As("physician"), open, Surgery.Ct)).Current.Segments);
        Assert.Equal(AudioPresence.Sealed, (await surgery.FindAsync(whole)).Audio);
    }

    [Fact]
    public async Task Many_texts_go_in_batches_and_a_crash_in_between_leaves_whole_ones()
    {
        CrashingCommits? commits = null;
        await using var surgery = await OpenAsync(c => c.AddSingleton<ICommitStore>(p => commits = new CrashingCommits(p.GetRequiredService<Clinic.Abstractions.InMemory.InMemoryCoordinator>())));
        var keys = surgery.Get<TextKeys>();
        var owners = Enumerable.Range(0, 250).Select(_ => new FactKey("transcription.session", Guid.CreateVersion7())).ToList();
        await surgery.CommitAsync(unit => owners.ForEach(o => keys.ForWritingAsync(unit, o, Surgery.Ct).GetAwaiter().GetResult()));
        Change(surgery, "two", "one", "two");
        commits!.Restart();
        commits.DiesAt = 3;
        await Assert.ThrowsAsync<InvalidOperationException>(() => surgery.Get<KeyRotation>().RunOnceAsync(surgery.Tenant, Surgery.Ct));
        Assert.Equal(new(50, 0), await surgery.Get<KeyRotation>().OutstandingAsync(surgery.Tenant, Surgery.Ct));
        commits.Restart();

        Assert.Equal(new JobReport(50), await surgery.Get<KeyRotation>().RunOnceAsync(surgery.Tenant, Surgery.Ct));
    }

    private Task<Surgery> OpenAsync(Action<IServiceCollection>? more = null) => Surgery.OpenAsync(more: c =>
    {
        c.AddSingleton<Rings>();
        c.AddTransient(p => p.GetRequiredService<Rings>().Texts);
        c.AddTransient<IAudioVault>(p => new InMemoryAudioVault(files, new VaultOptions(), p.GetRequiredService<Rings>().Vault, p.GetRequiredService<NodaTime.IClock>()));
        c.AddTransient<ISessionAudio>(p => new VaultSessionAudio(p.GetRequiredService<IAudioVault>(), p.GetRequiredService<NodaTime.IClock>(), TimeSpan.Zero));
        more?.Invoke(c);
    });

    private static void Change(Surgery surgery, string active, params string[] ids) => surgery.Get<Rings>().Change(active, ids);

    private sealed class Rings
    {
        public Rings() => Change("one", "one");

        public TextKeyRing Texts { get; private set; } = null!;

        public VaultKeyRing Vault { get; private set; } = null!;

        public void Change(string active, params string[] ids)
        {
            Vault = AVault.Keys(active, ids);
            Texts = new(active, ids.ToDictionary(i => i, i => System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(i))));
        }
    }
}
