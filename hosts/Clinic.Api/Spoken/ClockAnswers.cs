using Clinic.Abstractions;
using Clinic.Api.Problems;
using Clinic.EmergencyBilling;
using Clinic.EmergencyBilling.Spoken;
using Clinic.EmergencyBilling.Stays;
using DispensingLanguage = Clinic.Dispensing.Spoken.SpokenLanguage;

namespace Clinic.Api.Spoken;

/// <summary>What the interpreter of the clock found, as the API says it.</summary>
internal static class ClockAnswers
{
    public static InterpretResponse Of(StayHearing heard) => heard switch
    {
        StayHearing.Understood h => Empty(InterpretKind.Understood, h.Language, new(h.Intent, [], [], Meant(h))) with { Sentence = h.Confirmation, Send = Send(h) },
        StayHearing.Ambiguous h => Empty(InterpretKind.Ambiguous, h.Language, new(h.Intent, [], Doubts(h.Doubts), null)) with { Sentence = h.Question },
        StayHearing.Unknown h => Empty(InterpretKind.Unknown, h.Language, new(h.Intent, [], Doubts(h.Doubts), null)) with { Sentence = h.Question },
        StayHearing.Incomplete h => Empty(InterpretKind.Incomplete, h.Language, new(h.Intent, h.Missing, [], null)) with { Sentence = h.Question },
        StayHearing.Impossible h => WithErrors(Empty(InterpretKind.Impossible, h.Language, new(h.Intent, [], [], null)), h.Failures),
        StayHearing.NotUnderstood h => WithErrors(Empty(InterpretKind.NotUnderstood, h.Language, new(null, [], [], null)), [h.Reason]) with { Examples = h.Examples },
        _ => throw new InvalidOperationException("The family of results is closed."),
    };

    private static InterpretResponse Empty(InterpretKind kind, SpokenLanguage language, ClockResponse clock) =>
        new(kind, language == SpokenLanguage.English ? DispensingLanguage.English : DispensingLanguage.Spanish, "", [], [], [], null, [], null, null) { Clock = clock };

    private static InterpretResponse WithErrors(InterpretResponse answer, IReadOnlyList<RuleFailure> failures)
    {
        var language = answer.Language == DispensingLanguage.Spanish ? Languages.Spanish : Languages.English;
        var errors = failures.Select(f => new ClinicError(f.Code, EmergencyBillingRules.Texts.Describe(f, language), f.Facts)).ToList();
        return answer with { Errors = errors, Sentence = string.Join(' ', errors.Select(e => e.Message)) };
    }

    private static IReadOnlyList<ClockDoubtResponse> Doubts(IReadOnlyList<StayDoubt> doubts) =>
        [.. doubts.Select(d => new ClockDoubtResponse(d.Slot, [.. d.Choices.Select(c => new ClockChoiceResponse(c.Id, c.At, c.Text))]))];

    private static ClockMeantResponse Meant(StayHearing.Understood heard)
    {
        var command = heard.Command;
        Disposition? disposition = command switch
        {
            CloseStay close => close.Disposition,
            AbandonStay abandon => abandon.Disposition,
            _ => null,
        };
        return new(command.Stay, heard.Patient, new(command.Source, command.At, command.AtLocal, command.Reason, (command as PauseStay)?.Kind, disposition));
    }

    private static SendResponse Send(StayHearing.Understood heard) => new("POST", $"/api/v1/emergency/stays/{heard.Command.Stay}/" + heard.Command switch
    {
        StartStay => "start",
        PauseStay => "pause",
        ResumeStay => "resume",
        AbandonStay => "abandon",
        CloseStay => "close",
        _ => throw new InvalidOperationException("The family of commands is closed."),
    }, heard.Fingerprint);
}
