using System.Globalization;
using NodaTime;

namespace Clinic.EmergencyBilling.Explaining;

/// <summary>Dates, times and lengths as people say them, without the culture of the machine.</summary>
internal sealed class Words(bool isSpanish, DateTimeZone zone)
{
    private static readonly string[] Spanish =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    private static readonly string[] English =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public string Say(string spanish, string english) => isSpanish ? spanish : english;

    public string Day(Instant instant, bool withYear = false) => Day(instant.InZone(zone).Date, withYear);

    public string Day(LocalDate date, bool withYear = false) => isSpanish
        ? Text($"{date.Day} de {Spanish[date.Month - 1]}") + (withYear ? Text($" de {date.Year}") : "")
        : Text($"{English[date.Month - 1]} {date.Day}") + (withYear ? Text($", {date.Year}") : "");

    public string Clock(Instant instant) => Clock(instant.InZone(zone).TimeOfDay);

    public static string Clock(LocalTime time) => Text($"{time.Hour:00}:{time.Minute:00}") + (time.Second == 0 ? "" : Text($":{time.Second:00}"));

    public bool ClockChanged(Instant from, Instant to) => zone.GetUtcOffset(from) != zone.GetUtcOffset(to);

    public static string Length(Duration length)
    {
        var seconds = (long)length.TotalSeconds;
        var parts = new List<string>(3);
        if (seconds >= 3600) parts.Add(Text($"{seconds / 3600} h"));
        if (seconds / 60 % 60 > 0) parts.Add(Text($"{seconds / 60 % 60} min"));
        if (seconds % 60 > 0 || seconds == 0) parts.Add(Text($"{seconds % 60} s"));
        return string.Join(' ', parts);
    }

    public static string Number(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
