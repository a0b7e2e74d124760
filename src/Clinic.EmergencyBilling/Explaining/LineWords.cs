using Clinic.Abstractions;
using Clinic.EmergencyBilling.Rating;

namespace Clinic.EmergencyBilling.Explaining;

/// <summary>One sentence for one line.</summary>
internal static class LineWords
{
    public static string Of(in StatementLine line, Words words) => line.Kind switch
    {
        LineKind.Time => Time(line, words),
        LineKind.Unit => Units(line, words),
        LineKind.Flat => words.Say(
            $"{line.Name}, el {words.Day(line.Date)}: {line.Amount}.",
            $"{line.Name}, on {words.Day(line.Date)}: {line.Amount}."),
        LineKind.Surcharge => Surcharge(line, words),
        LineKind.Cap => Cap(line, words),
        LineKind.MinimumCharge => words.Say(
            $"Para llegar al cobro mínimo se agregan {line.Amount}.",
            $"To reach the least charge, {line.Amount} is added."),
        LineKind.Discount => Discount(line, words),
        _ => words.Say(
            $"Por el cobro máximo se descuentan {Positive(line)}.",
            $"Because of the greatest charge, {Positive(line)} is taken off."),
    };

    private static string Time(in StatementLine line, Words words) => words.Say(
        $"{line.Name}, el {words.Day(line.Date)} de {words.Clock(line.From)} a {words.Clock(line.To)}{Change(line, words)}{Band(line, words)}: {Words.Length(line.Billed)} a {Price(line)} por hora, {line.Amount}.",
        $"{line.Name}, on {words.Day(line.Date)} from {words.Clock(line.From)} to {words.Clock(line.To)}{Change(line, words)}{Band(line, words)}: {Words.Length(line.Billed)} at {Price(line)} per hour, {line.Amount}.");

    private static string Units(in StatementLine line, Words words) => line.Quantity == 0m
        ? words.Say(
            $"{line.Name} ({line.Code}), el {words.Day(line.Date)}: {Words.Length(line.Billed)} no alcanzan para cobrar.",
            $"{line.Name} ({line.Code}), on {words.Day(line.Date)}: {Words.Length(line.Billed)} is too little to be charged.")
        : words.Say(
            $"{line.Name} ({line.Code}), el {words.Day(line.Date)} desde las {words.Clock(line.From)}{Band(line, words)}: {Words.Length(line.Billed)}, {Words.Number(line.Quantity)} a {Price(line)}, {line.Amount}.",
            $"{line.Name} ({line.Code}), on {words.Day(line.Date)} from {words.Clock(line.From)} on{Band(line, words)}: {Words.Length(line.Billed)}, {Words.Number(line.Quantity)} at {Price(line)}, {line.Amount}.");

    private static string Surcharge(in StatementLine line, Words words) => line.Unit switch
    {
        LineUnit.Percent => words.Say(
            $"{line.Name}, el {words.Day(line.Date)} desde las {words.Clock(line.From)}: {Words.Number(line.UnitPrice)} % más, {line.Amount}.",
            $"{line.Name}, on {words.Day(line.Date)} from {words.Clock(line.From)} on: {Words.Number(line.UnitPrice)} % more, {line.Amount}."),
        LineUnit.Hour => words.Say(
            $"{line.Name}, el {words.Day(line.Date)} de {words.Clock(line.From)} a {words.Clock(line.To)}: {Price(line)} más por hora, {line.Amount}.",
            $"{line.Name}, on {words.Day(line.Date)} from {words.Clock(line.From)} to {words.Clock(line.To)}: {Price(line)} more per hour, {line.Amount}."),
        _ => words.Say($"{line.Name}, una sola vez: {line.Amount}.", $"{line.Name}, once: {line.Amount}."),
    };

    private static string Discount(in StatementLine line, Words words) => line.Unit == LineUnit.Percent
        ? words.Say(
            $"{line.Name}: por el {Words.Number(line.UnitPrice)} % de descuento se restan {Positive(line)}.",
            $"{line.Name}: a discount of {Words.Number(line.UnitPrice)} % takes off {Positive(line)}.")
        : words.Say(
            $"{line.Name}: se descuentan {Positive(line)}.",
            $"{line.Name}: {Positive(line)} is taken off.");

    private static string Cap(in StatementLine line, Words words) => line.Code switch
    {
        "CAP-DAY" => words.Say(
            $"Por el tope del día {words.Day(line.Date)} se descuentan {Positive(line)}.",
            $"Because of the cap for {words.Day(line.Date)}, {Positive(line)} is taken off."),
        "CAP-ROLLING" => words.Say(
            $"Por el tope del lapso que empieza el {words.Day(line.Date)} a las {words.Clock(line.From)} se descuentan {Positive(line)}.",
            $"Because of the cap for the period from {words.Day(line.Date)}, {words.Clock(line.From)}, {Positive(line)} is taken off."),
        _ => words.Say(
            $"Por el tope de la estancia se descuentan {Positive(line)}.",
            $"Because of the cap for the stay, {Positive(line)} is taken off."),
    };

    private static string Band(in StatementLine line, Words words) => line.Band is not { } band
        ? ""
        : words.Say($" (franja de {Words.Clock(band.From)} a {Words.Clock(band.To)})", $" (band from {Words.Clock(band.From)} to {Words.Clock(band.To)})");

    // Without this, an hour that the clock repeats or skips reads like a mistake.
    private static string Change(in StatementLine line, Words words) => words.ClockChanged(line.From, line.To)
        ? words.Say(", con cambio de hora", ", over a change of the clock")
        : "";

    private static Money Price(in StatementLine line) => new(line.UnitPrice, line.Amount.Currency);

    private static Money Positive(in StatementLine line) => Money.Zero(line.Amount.Currency) - line.Amount;
}
