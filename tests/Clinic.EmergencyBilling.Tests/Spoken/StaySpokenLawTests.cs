using Clinic.EmergencyBilling.Spoken;
using Clinic.EmergencyBilling.Stays;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Clinic.EmergencyBilling.Tests.Spoken;

public sealed class StaySpokenLawTests
{
    private static readonly string[] First = ["Juan", "María", "José", "Ana", "İpek", "Zoë"];
    private static readonly string[] Last = ["García", "Pérez", "Núñez", "Işık", "de la Torre"];
    private static readonly string[] Commands =
    [
        "iniciar el conteo de {0}", "pausar el conteo de {0} por procedimiento", "reanudar el conteo de {0}", "cerrar el conteo de {0} con alta",
        "start the clock of {0}", "pause the clock of {0} for a procedure", "resume the clock of {0}", "stop the clock of {0}, discharged",
    ];

    [Fact]
    public void An_ambiguous_name_never_yields_a_command() =>
        Prop.ForAll(
            (from people in Gen.ListOf(from f in Gen.Elements(First) from l in Gen.Elements(Last) from m in Gen.Elements(Last) from two in Gen.Elements(true, false) select two ? $"{f} {l} {m}" : $"{f} {l}")
             from said in Gen.Elements(First)
             from surname in Gen.Elements(Last)
             from command in Gen.Elements(Commands)
             from statuses in Gen.ListOf(Gen.Elements<StayStatus?>(null, StayStatus.Registered, StayStatus.Running, StayStatus.Paused))
             select (People: people.ToArray(), Said: $"{said} {surname}", Command: command, Statuses: statuses.ToArray())).ToArbitrary(),
            async world =>
            {
                var room = new EmergencyRoom();
                for (var i = 0; i < world.People.Length; i++)
                {
                    var patient = room.Add(world.People[i]);
                    if (i < world.Statuses.Length && world.Statuses[i] is { } status) room.Stay(patient, status);
                }

                var heard = await room.HearAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, world.Command, world.Said));

                var words = world.Said.Replace("de la ", "", StringComparison.Ordinal).Split(' ');
                var named = world.People.Count(p => words.All(w => p.Split(' ').Contains(w)));
                return heard is not StayHearing.Understood || named == 1;
            }).Holds();

    [Fact]
    public void Any_text_gives_a_result() =>
        Prop.ForAll(
            (from words in Gen.ListOf(Gen.OneOf(Gen.Elements("pausar", "el", "conteo", "de", "a las", "hace", "14:30", "media", "hora", "por", "alta", "cerrar", "stop", "the", "clock", "at", "ago", "half past", "cédula", "99999999999999999999", "ı", "İ", "\ud83d", "y", "menos"), ArbMap.Default.ArbFor<string>().Generator))
             select string.Join(' ', words)).ToArbitrary(),
            async text =>
            {
                var room = new EmergencyRoom();
                room.Here("Juan Pérez");
                return await room.HearAsync(text) is not null;
            }).Holds();

    [Fact]
    public async Task Repeated_words_are_one_act_and_another_patient_time_or_state_is_another()
    {
        var room = new EmergencyRoom();
        var patient = room.Add("Juan Pérez");
        var stay = room.Stay(patient);
        room.Here("Ana Ruiz");
        async Task<Clinic.Abstractions.CommandId> IdAsync(string text) => Assert.IsType<StayHearing.Understood>(await room.HearAsync(text)).Fingerprint;

        var first = await IdAsync("pausar el conteo de Juan Pérez por procedimiento hace 10 minutos");
        room.Now += NodaTime.Duration.FromMinutes(2);
        Assert.Equal(first, await IdAsync("¡Pausar el CONTEO de Juan Perez, por procedimiento, hace 10 minutos!"));
        Assert.NotEqual(first, await IdAsync("pausar el conteo de Ana Ruiz por procedimiento hace 10 minutos"));
        Assert.NotEqual(first, await IdAsync("pausar el conteo de Juan Pérez por procedimiento hace 11 minutos"));
        Assert.NotEqual(first, await IdAsync("pausar el conteo de Juan Pérez por traslado hace 10 minutos"));
        room.Change(stay, stay with { Version = stay.Version + 2 });
        Assert.NotEqual(first, await IdAsync("pausar el conteo de Juan Pérez por procedimiento hace 10 minutos"));
    }

    [Fact]
    public void Options_have_their_defaults_and_bounds()
    {
        var options = new SpokenStayOptions();
        Assert.Equal((0.6m, 12, 20), (options.LeastConfidence, options.LongestBackHours, options.MostChoices));
        var services = new ServiceCollection();
        services.AddClinicEmergencyBilling().WithSpoken(o => (o.LeastConfidence, o.LongestBackHours, o.MostChoices) = (1.1m, 25, 0));

        var refused = Assert.Throws<OptionsValidationException>(() => services.BuildServiceProvider().GetRequiredService<IOptions<SpokenStayOptions>>().Value);

        Assert.Equal(["LeastConfidence is 1.1; allowed is 0 to 1.", "LongestBackHours is 25; allowed is 1 to 24.", "MostChoices is 0; allowed is 1 to 100."], refused.Failures);
    }
}
