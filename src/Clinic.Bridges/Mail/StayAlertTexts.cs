using Clinic.EmergencyBilling.Alerts;

namespace Clinic.Bridges.Mail;

/// <summary>What a mail says about an alert of a stay, in Spanish or English: ids and times, nothing about the patient. Pure.</summary>
internal static class StayAlertTexts
{
    /// <summary>Subject and text; the status is that of now, or null where it is not known.</summary>
    public static (string Subject, string Text) Of(StayAlertHappening e, StayAlertStatus? status, string language)
    {
        var spanish = language == "es";
        var what = FormattableString.Invariant($"{Clock(e.Clock, spanish)} {Length(e.Seconds)}");
        var subject = (spanish, e.Told) switch
        {
            (true, 1) => FormattableString.Invariant($"Emergencia: {what} (nivel {e.Level})"),
            (true, _) => FormattableString.Invariant($"Emergencia, sin respuesta: {what} (nivel {e.Level})"),
            (false, 1) => FormattableString.Invariant($"Emergency: {what} (level {e.Level})"),
            _ => FormattableString.Invariant($"Emergency, not answered: {what} (level {e.Level})"),
        };
        var now = (status, spanish) switch
        {
            (StayAlertStatus.Acknowledged, true) => "\nEstado: ya atendida",
            (StayAlertStatus.Cleared, true) => "\nEstado: ya terminada",
            (StayAlertStatus.Acknowledged, false) => "\nStatus: somebody looks after it",
            (StayAlertStatus.Cleared, false) => "\nStatus: over by now",
            _ => "",
        };
        var text = spanish
            ? $"Estancia: {e.Stay}\nAlerta: {e.Alert}\nRegla: {e.Code}\nAvisado: {e.Target}{now}"
            : $"Stay: {e.Stay}\nAlert: {e.Alert}\nRule: {e.Code}\nTold: {e.Target}{now}";
        return (subject, text);
    }

    private static string Clock(AlertClock clock, bool spanish) => (clock, spanish) switch
    {
        (AlertClock.Presence, true) => "sin alta por más de",
        (AlertClock.Billable, true) => "tiempo facturable de más de",
        (AlertClock.SinceTriage, true) => "desde la clasificación, más de",
        (AlertClock.Paused, true) => "en pausa por más de",
        (AlertClock.Presence, false) => "not discharged for more than",
        (AlertClock.Billable, false) => "billable time of more than",
        (AlertClock.SinceTriage, false) => "since triage, more than",
        _ => "paused for more than",
    };

    private static string Length(long seconds) => seconds % 60 == 0
        ? FormattableString.Invariant($"{seconds / 3600}:{seconds / 60 % 60:00} h")
        : FormattableString.Invariant($"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00} h");
}
