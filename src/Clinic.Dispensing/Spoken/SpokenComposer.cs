using Clinic.Abstractions;
using Clinic.Dispensing.Spoken.Reading;

namespace Clinic.Dispensing.Spoken;

/// <summary>Makes the command and its confirmation out of resolved parts, unless they cannot be.</summary>
internal sealed class SpokenComposer(SpokenRequest request, SpokenReading reading, SpokenSentences sentences, int largest)
{
    public SpokenResult Compose(SettledAmounts amounts, SpokenPresentation presentation, SpokenPatient patient, SpokenPerson? witness)
    {
        var sanity = new SpokenSanity(presentation, largest);
        var quantity = amounts.Quantity is not { } said ? null
            : reading.Intent == SpokenIntent.Waste ? sanity.Remainder(said)
            : sanity.Containers(said);
        var dose = Dose(amounts, quantity, presentation, sanity, out var measured);
        if (witness is not null) sanity.Witness(witness.Id, request.Actor);
        if (sanity.Failed.Count > 0) return new SpokenResult.Impossible(sanity.Failed, reading.Language);

        var (id, of) = (presentation.Id, patient.Id);
        return reading.Intent switch
        {
            SpokenIntent.HandOver => Understood(
                new SpokenCommand.HandOver(quantity!.Value, dose) { Presentation = id, Patient = of },
                sentences.HandOver(presentation, patient, quantity.Value, dose, measured)),
            SpokenIntent.Dose => Understood(
                new SpokenCommand.GiveDose(dose!.Value) { Presentation = id, Patient = of },
                sentences.Dose(presentation, patient, dose.Value, measured)),
            SpokenIntent.Return => Understood(
                new SpokenCommand.Return(quantity!.Value, reading.Reason) { Presentation = id, Patient = of },
                sentences.Return(presentation, patient, quantity.Value, reading.Reason)),
            _ => Understood(
                new SpokenCommand.Waste(quantity!.Value, reading.Reason!, witness!.Id) { Presentation = id, Patient = of },
                sentences.Waste(presentation, patient, quantity.Value, reading.Reason!, witness)),
        };
    }

    private SpokenResult.Understood Understood(SpokenCommand command, string confirmation) =>
        new(command, confirmation, SpokenFingerprint.Of(request, reading.Normal, command), reading.Language);

    private Quantity? Dose(SettledAmounts amounts, Quantity? containers, SpokenPresentation presentation, SpokenSanity sanity, out string? measured)
    {
        measured = null;
        if (amounts.Dose is not { } dose) return null;
        if (reading.Dose!.IsPerKilogram)
        {
            measured = sentences.Measured(dose, amounts.Weight!.Value);
            var unit = new UnitCode(dose.Unit.Code[..^"/kg".Length]);
            if (sanity.OfWeight(dose, amounts.Weight.Value, unit) is not { } whole) return null;
            dose = whole;
        }

        return sanity.Dose(dose, containers);
    }
}
