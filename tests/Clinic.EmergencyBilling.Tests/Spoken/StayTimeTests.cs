using Clinic.EmergencyBilling.Spoken;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Tests.Spoken;

public sealed class StayTimeTests
{
    private readonly EmergencyRoom room = new();

    [Fact]
    public async Task A_time_that_is_still_to_come_was_yesterday()
    {
        room.Now = Instant.FromUtc(2026, 3, 10, 5, 10);
        room.Stay(room.Add("Juan Pérez"), StayStatus.Registered);

        var heard = Understood(await room.HearAsync("iniciar el conteo de Juan Pérez a las 23:50"));

        Assert.Equal(new LocalDateTime(2026, 3, 9, 23, 50), heard.Command.AtLocal!.Local);
        Assert.Contains("a las 2026-03-09 23:50", heard.Confirmation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a las 2:10", 14, 10)]
    [InlineData("a las 11", 11, 0)]
    [InlineData("a las doce y cinco", 12, 5)]
    [InlineData("a las 12.05", 12, 5)]
    [InlineData("a las 1410", 14, 10)]
    [InlineData("a las catorce diez", 14, 10)]
    public async Task An_hour_without_half_is_the_one_that_just_was(string time, int hour, int minute)
    {
        room.Here("Juan Pérez", StayStatus.Registered);

        Assert.Equal(new LocalTime(hour, minute), Understood(await room.HearAsync($"iniciar el conteo de Juan Pérez {time}")).Command.AtLocal!.Local.TimeOfDay);
    }

    [Fact]
    public async Task Where_both_halves_are_possible_the_speaker_is_asked()
    {
        room.Options.LongestBackHours = 24;
        room.Stay(room.Add("Juan Pérez"), ago: Duration.FromHours(20));
        const string Text = "pausar el conteo de Juan Pérez por permiso a las 2:10";

        var doubt = Assert.Single(Assert.IsType<StayHearing.Ambiguous>(await room.HearAsync(Text)).Doubts);

        Assert.Equal(StaySlot.Time, doubt.Slot);
        Assert.Equal(["14:10", "02:10"], doubt.Choices.Select(c => c.Text));
        var chosen = Understood(await room.HearAsync(Text, choices: new(At: doubt.Choices[1].At)));
        Assert.Equal(new LocalTime(2, 10), chosen.Command.AtLocal!.Local.TimeOfDay);
        Assert.IsType<StayHearing.Ambiguous>(await room.HearAsync(Text, choices: new(At: room.Now)));
    }

    [Theory]
    [InlineData("a las 9:29", EmergencyBillingRules.SpokenTimeBeforeArrival)]
    [InlineData("hace 6 horas", EmergencyBillingRules.SpokenTimeBeforeArrival)]
    [InlineData("a las 15:00", EmergencyBillingRules.SpokenTimeTooFar)]
    [InlineData("hace 13 horas", EmergencyBillingRules.SpokenTimeTooFar)]
    public async Task Impossible_times_are_refused(string time, string code)
    {
        room.Here("Juan Pérez", StayStatus.Registered);

        Assert.Equal(code, Assert.Single(Assert.IsType<StayHearing.Impossible>(await room.HearAsync($"iniciar el conteo de Juan Pérez {time}")).Failures).Code);
    }

    [Fact]
    public async Task A_time_that_the_clock_skipped_is_refused()
    {
        // New York, 8 March 2026: 02:00 became 03:00.
        room.Now = Instant.FromUtc(2026, 3, 8, 8, 0);
        room.Stay(room.Add("Juan Perez"), StayStatus.Registered, zone: "America/New_York");

        var heard = await room.HearAsync("start the clock of Juan Perez at 02:30");

        Assert.Equal(EmergencyBillingRules.SpokenTimeSkipped, Assert.Single(Assert.IsType<StayHearing.Impossible>(heard).Failures).Code);
    }

    [Fact]
    public async Task A_time_that_the_clock_showed_twice_is_asked_back()
    {
        // New York, 1 November 2026: 02:00 became 01:00.
        room.Now = Instant.FromUtc(2026, 11, 1, 8, 0);
        room.Stay(room.Add("Juan Perez"), StayStatus.Registered, zone: "America/New_York");
        const string Text = "start the clock of Juan Perez at 01:30";

        var doubt = Assert.Single(Assert.IsType<StayHearing.Ambiguous>(await room.HearAsync(Text)).Doubts);

        Assert.Equal(["01:30 (UTC-05)", "01:30 (UTC-04)"], doubt.Choices.Select(c => c.Text));
        var earlier = Understood(await room.HearAsync(Text, choices: new(At: doubt.Choices[1].At)));
        Assert.Equal(new LocalEntry(new(2026, 11, 1, 1, 30), LocalChoice.Earlier), earlier.Command.AtLocal);
    }

    [Fact]
    public async Task What_follows_at_or_a_la_otherwise_is_no_time()
    {
        room.Here("María a la Torre", StayStatus.Registered);

        Assert.Null(Understood(await room.HearAsync("iniciar el conteo de María Torre")).Command.AtLocal);
    }

    private static StayHearing.Understood Understood(StayHearing heard)
    {
        Assert.True(heard is StayHearing.Understood, StayCorpusTests.Show(heard));
        return (StayHearing.Understood)heard;
    }
}
