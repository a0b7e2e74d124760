using Clinic.Transcription.Recorders;
using Clinic.Transcription.Tests.Kit;

namespace Clinic.Transcription.Tests.Recorders;

public class RecorderDeskTests
{
    [Fact]
    public async Task Everybody_keeps_settings_of_their_own_and_starts_with_the_clinics()
    {
        await using var surgery = await Surgery.OpenAsync();
        var desk = surgery.Get<RecorderDesk>();
        Assert.Equal(new RecorderSettings(surgery.Person("physician"), RecorderQuality.Speech, "es", 0), await desk.FindAsync(surgery.As("physician"), Surgery.Ct));

        await desk.ChooseAsync(surgery.As("physician"), new() { Device = "Sala 3", Quality = RecorderQuality.Small, Language = "en" }, Surgery.Ct);

        Assert.Equal(("Sala 3", RecorderQuality.Small, 1L), await desk.FindAsync(surgery.As("physician"), Surgery.Ct) is var s ? (s.Device, s.Quality, s.Version) : default);
        Assert.Equal(0, (await desk.FindAsync(surgery.As("other"), Surgery.Ct)).Version);
    }

    [Fact]
    public async Task What_cannot_be_meant_is_told_at_once()
    {
        await using var surgery = await Surgery.OpenAsync();
        var desk = surgery.Get<RecorderDesk>();

        var refusal = await Assert.ThrowsAsync<TranscriptionException>(() => desk.ChooseAsync(
            surgery.As("nurse"), new() { Device = " x", Quality = (RecorderQuality)9, Language = "fr", Version = 3 }, Surgery.Ct));

        Assert.Equal(
            [TranscriptionRules.RoleMissing, TranscriptionRules.FieldInvalid, TranscriptionRules.FieldInvalid, TranscriptionRules.FieldInvalid, TranscriptionRules.StaleRecorder],
            refusal.Failures.Select(f => f.Code));
        await Assert.ThrowsAsync<TranscriptionException>(() => desk.FindAsync(surgery.As("nurse"), Surgery.Ct));
    }
}
