using System.Globalization;
using Clinic.EmergencyBilling.Stays;
using NodaTime;
using NodaTime.Text;

namespace Clinic.EmergencyBilling.Spoken;

/// <summary>What the speaker is told about a clock, in one language.</summary>
internal sealed class StaySentences(SpokenLanguage language)
{
    private const int DocumentEnd = 4;

    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalDatePattern Date = LocalDatePattern.Iso;

    private bool IsEnglish => language == SpokenLanguage.English;

    /// <summary>The whole command read back.</summary>
    public string Confirm(StayIntent intent, string whom, string? when, string? reason, string? disposition) => IsEnglish
        ? $"{Verb(intent)} the clock of {whom}{(reason is null ? "" : $"; reason: {reason}")}{(disposition is null ? "" : $"; disposition: {disposition}")}{(when is null ? "" : $"; {when}")}. Confirm?"
        : $"{Verb(intent)} el conteo de {whom}{(reason is null ? "" : $"; motivo: {reason}")}{(disposition is null ? "" : $"; destino: {disposition}")}{(when is null ? "" : $"; {when}")}. ¿Confirma?";

    /// <summary>A patient with what tells namesakes apart.</summary>
    public string Whom(StayPatient patient, string? arrived) => string.Concat(patient.Name, Apart(patient, arrived));

    /// <summary>The local time of an instant, with its date where that is not today's.</summary>
    public static string Local(Instant at, DateTimeZone zone, Instant now)
    {
        var local = at.InZone(zone);
        var time = Time.Format(local.TimeOfDay);
        return local.Date == now.InZone(zone).Date ? time : $"{Date.Format(local.Date)} {time}";
    }

    /// <summary>A time that was shown twice, with the offset that tells which.</summary>
    public static string WithOffset(Instant at, DateTimeZone zone) =>
        $"{Time.Format(at.InZone(zone).TimeOfDay)} (UTC{OffsetPattern.GeneralInvariant.Format(at.InZone(zone).Offset)})";

    public static string TimeOf(LocalTime time) => Time.Format(time);

    public string At(string time) => IsEnglish ? $"at {time}" : $"a las {time}";

    public string Arrived(string time) => IsEnglish ? $"arrived {time}" : $"llegó {time}";

    public string Status(StayStatus status) => status switch
    {
        StayStatus.Registered => IsEnglish ? "registered" : "registrada",
        StayStatus.Running => IsEnglish ? "running" : "en curso",
        _ => IsEnglish ? "paused" : "en pausa",
    };

    public string Reason(PauseKind kind, string? words)
    {
        var name = kind switch
        {
            PauseKind.Procedure => IsEnglish ? "procedure" : "procedimiento",
            PauseKind.Transport => IsEnglish ? "transport or study" : "traslado o estudio",
            PauseKind.Administrative => IsEnglish ? "administrative" : "administrativo",
            PauseKind.OnLeave => IsEnglish ? "leave" : "permiso",
            _ => IsEnglish ? "other" : "otro",
        };
        return words is null ? name : $"{name} ({words})";
    }

    public string Disposition(Disposition disposition) => disposition switch
    {
        Stays.Disposition.Discharged => IsEnglish ? "discharged" : "alta",
        Stays.Disposition.Admitted => IsEnglish ? "admitted" : "hospitalización",
        Stays.Disposition.Transferred => IsEnglish ? "transferred" : "traslado a otra institución",
        Stays.Disposition.LeftWithoutBeingSeen => IsEnglish ? "left without being seen" : "se fue sin ser atendido",
        Stays.Disposition.AgainstAdvice => IsEnglish ? "left against medical advice" : "alta contra opinión médica",
        _ => IsEnglish ? "deceased" : "fallecido",
    };

    public string Missing(StaySlot slot) => slot switch
    {
        StaySlot.Patient => IsEnglish ? "Of which patient?" : "¿De qué paciente?",
        StaySlot.Reason => IsEnglish ? "Why does the clock stand still?" : "¿Por qué motivo se pausa?",
        _ => IsEnglish ? "Where does the patient go: discharge, admission, transfer, left without being seen, against advice, deceased?" : "¿Cuál es el destino: alta, hospitalización, traslado, se fue sin ser atendido, contra opinión médica, fallecido?",
    };

    public string Doubtful(StaySlot slot) => slot switch
    {
        StaySlot.Patient => IsEnglish ? "Which of these patients?" : "¿Cuál de estos pacientes?",
        StaySlot.Stay => IsEnglish ? "Which of these stays?" : "¿Cuál de estas estadías?",
        _ => IsEnglish ? "Which of these times?" : "¿Cuál de estas horas?",
    };

    public string NotFound(StaySlot slot) => slot == StaySlot.Stay
        ? IsEnglish ? "No such open stay of this patient is known." : "No se conoce esa estadía abierta del paciente."
        : IsEnglish ? "No such patient is known." : "No se conoce a ese paciente.";

    private string Verb(StayIntent intent) => intent switch
    {
        StayIntent.Start => IsEnglish ? "Start" : "Iniciar",
        StayIntent.Pause => IsEnglish ? "Pause" : "Pausar",
        StayIntent.Resume => IsEnglish ? "Resume" : "Reanudar",
        _ => IsEnglish ? "Close" : "Cerrar",
    };

    private string Apart(StayPatient patient, string? arrived)
    {
        var end = patient.DocumentNumber is { } number && number.Length > DocumentEnd
            ? string.Create(CultureInfo.InvariantCulture, $"{(IsEnglish ? "document" : "documento")} …{number[^DocumentEnd..]}")
            : null;
        var parts = string.Join(", ", new[] { end, arrived }.OfType<string>());
        return parts.Length == 0 ? "" : $" ({parts})";
    }
}
