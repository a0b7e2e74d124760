using Clinic.Spoken;

namespace Clinic.Dispensing.Spoken.Reading;

/// <summary>What is understood in English.</summary>
internal static class EnglishVocabulary
{
    public static Vocabulary Words { get; } = new()
    {
        Language = SpokenLanguage.English,
        Numbers = EnglishNumbers.Table,
        RecordVerbs = Vocabulary.Row("record, register, log, enter, document, note, chart"),
        Nouns = Vocabulary.Rows(
            (SpokenIntent.HandOver, "hand over, handover, dispensing, supply, delivery"),
            (SpokenIntent.Dose, "dose, administration"),
            (SpokenIntent.Return, "return"),
            (SpokenIntent.Waste, "waste, wastage, wasting, disposal, discard")),
        Verbs = Vocabulary.Rows(
            (SpokenIntent.HandOver, "hand over, handed over, dispense, dispensed, supply, supplied, deliver, delivered"),
            (SpokenIntent.Dose, "administer, administered, give, gave, i gave"),
            (SpokenIntent.Return, "return, returned"),
            (SpokenIntent.Waste, "waste, wasted, discard, discarded, dispose of, disposed of")),
        Markers = Vocabulary.Rows(
            (SpokenSlot.Patient, "patient, the patient, for patient, for the patient, to patient, to the patient, from patient, from the patient, of patient, of the patient"),
            (SpokenSlot.Dose, "dose, dose of, a dose of, dose is, with a dose of, at a dose of, with dose, dosage, dosage of"),
            (SpokenSlot.Weight, "weight, weight of, weighing, weighs, who weighs, body weight, with a weight of"),
            (SpokenSlot.Reason, "reason, the reason is, reason is, because, because of, due to"),
            (SpokenSlot.Witness, "witness, the witness, witness is, witnessed by, with witness, in the presence of")),
        WeakMarkers = Vocabulary.Rows((SpokenSlot.Patient, "to, for, from")),
        Openers = Vocabulary.Row("so, well, ok, okay, hey, hello, hi, right, i want to, i need to, i would like to, id like to, can you, could you, lets, good morning, good evening"),
        Noise = Vocabulary.Row("please, um, uh, uhm, er, erm, mmm, hmm, thanks, thank you"),
        Negations = Vocabulary.Row("no, not, never, dont, didnt, doesnt, do not, did not, cannot, cant, wont, wasnt, isnt, havent, hasnt, hadnt, shouldnt, wouldnt, couldnt, werent, arent, nor"),
        Cancellations = Vocabulary.Row("cancel, undo, void, delete, forget, nevermind, ignore, stop, wait, sorry, i mean, i meant, correction, scratch that, hold on, rather"),
        Connectives = Vocabulary.Row("of, the, and, de, del, la, las, el, los, mr, mrs, ms, miss, dr, doctor, nurse, sister"),
        Examples =
        [
            "record hand-over of 1 ampoule of fentanyl for patient Mary Perez, dose 50 mcg",
            "record dose of 50 mcg of fentanyl to patient Mary Perez",
            "record return of 2 tablets of paracetamol from patient Mary Perez",
            "record waste of 1 ml of fentanyl from patient Mary Perez, reason left over, witness Ann Ruiz",
        ],
    };
}
