using Clinic.EmergencyBilling.Stays;
using Clinic.Spoken;

namespace Clinic.EmergencyBilling.Spoken.Reading;

/// <summary>What is understood in English about the clock.</summary>
internal static class EnglishStayVocabulary
{
    public static StayVocabulary Words { get; } = new()
    {
        Language = SpokenLanguage.English,
        Numbers = EnglishNumbers.Table,
        Verbs = StayVocabulary.Rows<StayIntent?>(
            (StayIntent.Start, "start, begin, start up, activate"),
            (StayIntent.Pause, "pause, suspend, put on pause"),
            (StayIntent.Resume, "resume, continue, unpause, go on with, carry on with"),
            (StayIntent.Close, "close, stop, end, finish, conclude"),
            (null, "halt, hold, freeze, break")),
        Nouns = StayVocabulary.Row("clock, count, timer, stay, time, counter, stay clock, stay timer, stopwatch, emergency stay, emergency clock"),
        Leads = StayVocabulary.Row("of, for, on, of the patient, for the patient, on the patient, of patient, for patient, on patient, patient, the patient"),
        Reasons = StayVocabulary.Row("for, for a, for an, for the, because of, because, due to, reason, the reason is, reason is"),
        Pauses = StayVocabulary.Rows(
            (PauseKind.Procedure, "procedure, surgery, suture, sutures, stitches"),
            (PauseKind.Transport, "transport, transfer, x ray, x rays, xray, xrays, ct, ct scan, scan, mri, ultrasound, imaging, radiology, lab, study"),
            (PauseKind.Administrative, "administrative reasons, administrative delay, administrative, paperwork, admin"),
            (PauseKind.OnLeave, "leave, temporary leave, pass")),
        Dispositions = StayVocabulary.Rows(
            (Disposition.Discharged, "discharge, discharged, discharged home, going home, went home, sent home"),
            (Disposition.Admitted, "admitted, admission, admit, hospitalized, hospitalised, hospitalization, inpatient"),
            (Disposition.Transferred, "transfer, transferred, transferred out, referred, referral, transfer to another hospital, transferred to another hospital"),
            (Disposition.LeftWithoutBeingSeen, "left without being seen, left without treatment, lwbs, walked out, walked out without being seen"),
            (Disposition.AgainstAdvice, "against medical advice, left against medical advice, left against advice, ama"),
            (Disposition.Deceased, "deceased, died, dead, death, passed away")),
        DispositionLeads = StayVocabulary.Row("with, with a, as, disposition, for, because of, because, due to, the patient, patient, he, she, was, because the patient, because he, because she"),
        Documents = StayVocabulary.Row(
            "document, with document, document number, with document number, id, id number, with id, passport, with passport, ending in, that ends in, document ending in, with document ending in, id ending in, with id ending in"),
        Openers = StayVocabulary.Row("so, well, ok, okay, hey, hello, hi, right, i want to, i need to, i would like to, id like to, can you, could you, lets, good morning, good evening"),
        Noise = StayVocabulary.Row("please, um, uh, uhm, er, erm, mmm, hmm, thanks, thank you"),
        Negations = StayVocabulary.Row("no, not, never, dont, didnt, doesnt, do not, did not, cannot, cant, wont, nor"),
        Cancellations = StayVocabulary.Row("cancel, undo, void, delete, forget, nevermind, ignore, wait, sorry, i mean, i meant, correction, scratch that, hold on, rather"),
        Connectives = StayVocabulary.Row("of, the, and, de, del, la, las, el, los, mr, mrs, ms, miss, dr, doctor, patient"),
        Times = new()
        {
            Now = StayVocabulary.Row("now, right now, as of now"),
            At = StayVocabulary.Row("at, since, from"),
            AgoAfter = StayVocabulary.Row("ago"),
            Spans = StayVocabulary.Rows(
                (30, "half an hour, half hour, a half hour"), (15, "a quarter of an hour, quarter of an hour, a quarter hour"), (45, "three quarters of an hour"),
                (60, "an hour"), (90, "an hour and a half"), (1, "a minute")),
            Units = StayVocabulary.Rows((1, "minute, minutes, min, mins"), (60, "hour, hours, h, hr, hrs")),
            AddedToHour = StayVocabulary.Rows((30, "and a half"), (15, "and a quarter")),
            Joiner = "and",
            Fixed = StayVocabulary.Rows((720, "noon, midday"), (0, "midnight")),
            Hours = NumberTable.Values(
                "zero 0, one 1, two 2, three 3, four 4, five 5, six 6, seven 7, eight 8, nine 9, ten 10, eleven 11, twelve 12, thirteen 13, fourteen 14, "
                + "fifteen 15, sixteen 16, seventeen 17, eighteen 18, nineteen 19, twenty 20"),
            AfterHour = new([]),
            BeforeHour = StayVocabulary.Rows((30, "half past, half"), (15, "quarter past, a quarter past, quarter after"), (-15, "quarter to, a quarter to, quarter of")),
            MinutesOf = StayVocabulary.Rows((1, "past, minutes past, after"), (-1, "to, minutes to")),
            Halves = StayVocabulary.Rows((false, "am, a m, in the morning"), (true, "pm, p m, in the afternoon, in the evening, at night")),
            HourWords = StayVocabulary.Row("oclock, hours, hundred hours"),
        },
        Examples =
        [
            "start the clock for Mary Perez",
            "pause the clock of Mary Perez for a procedure at 14:30",
            "resume the clock of Mary Perez 10 minutes ago",
            "close the clock of Mary Perez with discharge",
        ],
    };
}
