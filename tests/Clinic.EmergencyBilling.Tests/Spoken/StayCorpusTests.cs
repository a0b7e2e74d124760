using System.Globalization;
using Clinic.EmergencyBilling.Spoken;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Tests.Spoken;

/// <summary>Sentences as they are said, with what each must give.</summary>
public sealed class StayCorpusTests
{
    /// <summary>Sentence; intent; status of the stay; what else must be in the command: pause kind, disposition, local time or minutes ago.</summary>
    public static TheoryData<string, StayIntent, string> Understood { get; } = new()
    {
        { "iniciar el conteo de Juan García Pérez", StayIntent.Start, "" },
        { "inicia el conteo de Juan García", StayIntent.Start, "" },
        { "Inicie el reloj del paciente Juan García.", StayIntent.Start, "" },
        { "INICIAR EL CONTEO DE JUAN GARCIA", StayIntent.Start, "" },
        { "empezar el cronómetro de Juan García a las 14:10", StayIntent.Start, "14:10" },
        { "por favor, comienza el contador de tiempo para el paciente Juan García", StayIntent.Start, "" },
        { "arrancar el tiempo de estadía de García Pérez", StayIntent.Start, "" },
        { "iniciar conteo de Juan García hace 10 minutos", StayIntent.Start, "-10" },
        { "iniciar conteo de Juan García hace diez minutos", StayIntent.Start, "-10" },
        { "iniciar el conteo de Juan García ahora mismo", StayIntent.Start, "" },
        { "poner en marcha el reloj de la estadía de Juan García", StayIntent.Start, "" },
        { "iniciar el conteo de 0912345678", StayIntent.Start, "" },
        { "iniciar el conteo del paciente con cédula 0912345678", StayIntent.Start, "" },
        { "start the clock for Juan Garcia", StayIntent.Start, "" },
        { "please start the timer of Juan Garcia", StayIntent.Start, "" },
        { "begin the count for patient Juan Garcia Perez at 2:10 pm", StayIntent.Start, "14:10" },
        { "start the clock of Juan Garcia ten minutes ago", StayIntent.Start, "-10" },
        { "start the stay clock for Juan Garcia half an hour ago", StayIntent.Start, "-30" },
        { "pausar el conteo de Juan García por procedimiento", StayIntent.Pause, "Procedure" },
        { "pausa el conteo de Juan García para traslado", StayIntent.Pause, "Transport" },
        { "pausar el conteo de Juan García por rayos X a las 14:10", StayIntent.Pause, "Transport 14:10" },
        { "pausar el conteo de Juan García a las 14:10 por rayos X", StayIntent.Pause, "Transport 14:10" },
        { "poner en pausa el conteo de Juan García por una tomografía", StayIntent.Pause, "Transport" },
        { "pausar el reloj de Juan García por trámites administrativos", StayIntent.Pause, "Administrative" },
        { "pausar el conteo de Juan García por permiso hace media hora", StayIntent.Pause, "OnLeave -30" },
        { "pausar el conteo de Juan García porque no hay camillas", StayIntent.Pause, "Other" },
        { "suspender el conteo de Juan García debido a una sutura", StayIntent.Pause, "Procedure" },
        { "pausar el conteo de Juan García por procedimiento a las dos y diez de la tarde", StayIntent.Pause, "Procedure 14:10" },
        { "pausar el conteo de Juan García por procedimiento a las dos menos cuarto", StayIntent.Pause, "Procedure 13:45" },
        { "pausar el conteo de Juan García por procedimiento a las catorce y cinco", StayIntent.Pause, "Procedure 14:05" },
        { "pausar el conteo de Juan García por procedimiento al mediodía", StayIntent.Pause, "Procedure 12:00" },
        { "pausar el conteo de Juan García por procedimiento a la una y media", StayIntent.Pause, "Procedure 13:30" },
        { "pause the clock of Juan Garcia for a procedure", StayIntent.Pause, "Procedure" },
        { "pause the timer for Juan Garcia for X-rays at 14:10", StayIntent.Pause, "Transport 14:10" },
        { "pause the clock of Juan Garcia because of paperwork", StayIntent.Pause, "Administrative" },
        { "pause the clock of Juan Garcia due to a CT scan at ten past two pm", StayIntent.Pause, "Transport 14:10" },
        { "pause the clock of Juan Garcia for leave an hour ago", StayIntent.Pause, "OnLeave -60" },
        { "pause the clock of Juan Garcia because there is no bed", StayIntent.Pause, "Other" },
        { "reanudar el conteo de Juan García", StayIntent.Resume, "" },
        { "reanuda el conteo de Juan García hace una hora y media", StayIntent.Resume, "-90" },
        { "continuar el conteo de Juan García a las 14h20", StayIntent.Resume, "14:20" },
        { "retomar el reloj del señor Juan García", StayIntent.Resume, "" },
        { "seguir con el conteo de Juan García desde las 14:20", StayIntent.Resume, "14:20" },
        { "resume the clock of Juan Garcia", StayIntent.Resume, "" },
        { "resume the clock of Juan Garcia at half past one", StayIntent.Resume, "13:30" },
        { "continue the timer for Juan Garcia at quarter past two in the afternoon", StayIntent.Resume, "14:15" },
        { "resume the clock of Juan Garcia 1 hour and 20 minutes ago", StayIntent.Resume, "-80" },
        { "cerrar el conteo de Juan García con alta", StayIntent.Close, "Discharged" },
        { "cierra el conteo de Juan García por alta médica a las 14:20", StayIntent.Close, "Discharged 14:20" },
        { "cerrar el conteo de Juan García dado de alta", StayIntent.Close, "Discharged" },
        { "cerrar el conteo de Juan García por ingreso", StayIntent.Close, "Admitted" },
        { "finalizar el conteo de Juan García por hospitalización", StayIntent.Close, "Admitted" },
        { "cerrar el ingreso de Juan García por traslado a otro hospital", StayIntent.Close, "Transferred" },
        { "terminar el conteo de Juan García, se fue sin ser atendido", StayIntent.Close, "LeftWithoutBeingSeen" },
        { "cerrar el conteo de Juan García porque el paciente se fue sin ser atendido", StayIntent.Close, "LeftWithoutBeingSeen" },
        { "cerrar el conteo de Juan García por alta voluntaria", StayIntent.Close, "AgainstAdvice" },
        { "cerrar el conteo de Juan García, fallecido a las 14:05", StayIntent.Close, "Deceased 14:05" },
        { "close the clock of Juan Garcia with discharge", StayIntent.Close, "Discharged" },
        { "stop the clock for Juan Garcia, discharged home at 2:20 pm", StayIntent.Close, "Discharged 14:20" },
        { "close the timer of Juan Garcia as admitted", StayIntent.Close, "Admitted" },
        { "stop the clock of Juan Garcia, transferred to another hospital", StayIntent.Close, "Transferred" },
        { "end the stay of Juan Garcia because he left without being seen", StayIntent.Close, "LeftWithoutBeingSeen" },
        { "close the clock of Juan Garcia against medical advice", StayIntent.Close, "AgainstAdvice" },
        { "close the clock of Juan Garcia, deceased", StayIntent.Close, "Deceased" },
    };

    /// <summary>Sentence; code of the refusal.</summary>
    public static TheoryData<string, string> Refused { get; } = new()
    {
        { "", EmergencyBillingRules.SpokenEmpty },
        { " ... ", EmergencyBillingRules.SpokenEmpty },
        { new string('a', 501), EmergencyBillingRules.SpokenTooLong },
        { "pausar el conteo de Juan \u202eGarcía", EmergencyBillingRules.SpokenCharacters },
        { "buenos días", EmergencyBillingRules.SpokenNoCommand },
        { "el conteo de Juan García", EmergencyBillingRules.SpokenNoCommand },
        { "pausar a Juan García", EmergencyBillingRules.SpokenNoCommand },
        { "reiniciar el conteo de Juan García", EmergencyBillingRules.SpokenNoCommand },
        { "registrar entrega de 1 ampolla de fentanilo para paciente Juan García", EmergencyBillingRules.SpokenNoCommand },
        { "no pausar el conteo de Juan García", EmergencyBillingRules.SpokenWithdrawn },
        { "pausar el conteo de Juan García, perdón, de Ana Ruiz", EmergencyBillingRules.SpokenWithdrawn },
        { "cerrar el conteo de Juan García no de alta", EmergencyBillingRules.SpokenWithdrawn },
        { "do not stop the clock of Juan Garcia", EmergencyBillingRules.SpokenWithdrawn },
        { "stop the clock of Juan Garcia, I mean pause it", EmergencyBillingRules.SpokenWithdrawn },
        { "pausar el conteo de Juan García y reanudar el conteo de Ana Ruiz", EmergencyBillingRules.SpokenTwoCommands },
        { "start the clock of Juan Garcia and stop the clock of Ana Ruiz", EmergencyBillingRules.SpokenTwoCommands },
        { "iniciar el conteo de Juan García a las 14:10 a las 14:20", EmergencyBillingRules.SpokenSaidTwice },
        { "cerrar el conteo de Juan García con alta por fallecimiento", EmergencyBillingRules.SpokenSaidTwice },
        { "detener el conteo de Juan García", EmergencyBillingRules.SpokenPauseOrClose },
        { "para el reloj de Juan García", EmergencyBillingRules.SpokenPauseOrClose },
        { "hold the clock of Juan Garcia", EmergencyBillingRules.SpokenPauseOrClose },
        { "iniciar el conteo de Juan García hace un rato", EmergencyBillingRules.SpokenTimeMalformed },
        { "iniciar el conteo de Juan García a las 25", EmergencyBillingRules.SpokenTimeMalformed },
        { "iniciar el conteo de Juan García a las 14:75", EmergencyBillingRules.SpokenTimeMalformed },
        { "start the clock of Juan Garcia at 14:10 am", EmergencyBillingRules.SpokenTimeMalformed },
    };

    [Theory]
    [MemberData(nameof(Understood))]
    public async Task A_sentence_gives_its_command(string text, StayIntent intent, string parts)
    {
        foreach (var culture in (string[])["es-EC", "tr-TR", "ar-SA", ""])
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var room = new EmergencyRoom();
            var patient = room.Add("Juan García Pérez", "0912345678");
            room.Add("Ana Ruiz");
            var stay = room.Stay(patient, intent switch { StayIntent.Start => StayStatus.Registered, StayIntent.Resume => StayStatus.Paused, _ => StayStatus.Running });

            var heard = await room.HearAsync(text);

            var understood = heard as StayHearing.Understood;
            Assert.True(understood is not null, $"{text}: {Show(heard)}");
            Assert.Equal((intent, patient.Id, stay.Id, StaySource.Voice), (understood.Intent, understood.Patient, understood.Command.Stay, understood.Command.Source));
            Assert.Equal(parts, Parts(understood.Command, room.Now));
            Assert.Contains("Juan García Pérez", understood.Confirmation, StringComparison.Ordinal);
            Assert.Contains("5678", understood.Confirmation, StringComparison.Ordinal);
            Assert.DoesNotContain("0912345678", understood.Confirmation, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_no_command_says_why(string text, string code)
    {
        var room = new EmergencyRoom();
        room.Here("Juan García Pérez");
        room.Here("Ana Ruiz");

        var heard = await room.HearAsync(text);

        var refused = heard as StayHearing.NotUnderstood;
        Assert.True(refused is not null, $"{text}: {Show(heard)}");
        Assert.Equal(code, refused.Reason.Code);
        Assert.NotEmpty(refused.Examples);
        Assert.Equal(0, room.Lookups);
    }

    [Fact]
    public void The_corpus_is_large_and_every_example_is_in_it_or_like_it() => Assert.True(Understood.Count + Refused.Count >= 85, $"{Understood.Count + Refused.Count}");

    internal static string Show(StayHearing heard) => heard switch
    {
        StayHearing.NotUnderstood n => n.Reason.Code,
        StayHearing.Impossible i => string.Join(", ", i.Failures.Select(f => f.ToString())),
        StayHearing.Incomplete m => $"missing {string.Join(", ", m.Missing)}",
        StayHearing.Ambiguous a => $"ambiguous {string.Join(", ", a.Doubts)}",
        StayHearing.Unknown u => $"unknown {string.Join(", ", u.Doubts)}",
        _ => heard.ToString(),
    };

    private static string Parts(TimedStayCommand command, Instant now)
    {
        var what = command switch
        {
            PauseStay p => p.Kind.ToString(),
            CloseStay c => c.Disposition.ToString(),
            AbandonStay a => a.Disposition.ToString(),
            _ => "",
        };
        var when = command.AtLocal is { } local ? local.Local.ToString("HH':'mm", CultureInfo.InvariantCulture)
            : command.At is { } at ? string.Create(CultureInfo.InvariantCulture, $"-{(now - at).TotalMinutes}") : "";
        return $"{what} {when}".Trim();
    }
}
