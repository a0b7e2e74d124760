using Clinic.Abstractions;
using Clinic.Api.Problems;
using Clinic.Dispensing;
using Clinic.Dispensing.Spoken;

namespace Clinic.Api.Spoken;

/// <summary>What the interpreter found, as the API says it.</summary>
internal static class SpokenAnswers
{
    public static InterpretResponse Of(SpokenResult result) => result switch
    {
        SpokenResult.Understood r => Empty(InterpretKind.Understood, r.Language) with { Sentence = r.Confirmation, Command = Meant(r.Command), Send = Send(r) },
        SpokenResult.Ambiguous r => Empty(InterpretKind.Ambiguous, r.Language) with { Sentence = r.Question, Doubts = Doubts(r.Doubts) },
        SpokenResult.Unknown r => Empty(InterpretKind.Unknown, r.Language) with { Sentence = r.Question, Doubts = Doubts(r.Doubts) },
        SpokenResult.Incomplete r => Empty(InterpretKind.Incomplete, r.Language) with { Sentence = r.Question, Missing = r.Missing },
        SpokenResult.Impossible r => WithErrors(Empty(InterpretKind.Impossible, r.Language), r.Failures),
        SpokenResult.NotUnderstood r => WithErrors(Empty(InterpretKind.NotUnderstood, r.Language), [r.Reason]) with { WordsLeft = r.WordsLeft, Examples = r.Examples },
        _ => throw new InvalidOperationException("The family of results is closed."),
    };

    private static InterpretResponse Empty(InterpretKind kind, SpokenLanguage language) => new(kind, language, "", [], [], [], null, [], null, null);

    private static InterpretResponse WithErrors(InterpretResponse answer, IReadOnlyList<RuleFailure> failures)
    {
        var language = answer.Language == SpokenLanguage.Spanish ? Languages.Spanish : Languages.English;
        var errors = failures.Select(f => new ClinicError(f.Code, DispensingRules.Texts.Describe(f, language), f.Facts)).ToList();
        return answer with { Errors = errors, Sentence = string.Join(' ', errors.Select(e => e.Message)) };
    }

    private static IReadOnlyList<DoubtResponse> Doubts(IReadOnlyList<SpokenDoubt> doubts) =>
        [.. doubts.Select(d => new DoubtResponse(d.Slot, [.. d.Choices.Select(c => new ChoiceResponse(c.Id, c.Amount, c.Text))]))];

    private static MeantResponse Meant(SpokenCommand command) => command switch
    {
        SpokenCommand.HandOver c => new(SpokenIntent.HandOver, c.Presentation, c.Patient, c.Quantity, c.Dose, null, null),
        SpokenCommand.GiveDose c => new(SpokenIntent.Dose, c.Presentation, c.Patient, null, c.Amount, null, null),
        SpokenCommand.Return c => new(SpokenIntent.Return, c.Presentation, c.Patient, c.Quantity, null, c.Reason, null),
        SpokenCommand.Waste c => new(SpokenIntent.Waste, c.Presentation, c.Patient, c.Quantity, null, c.Reason, c.Witness),
        _ => throw new InvalidOperationException("The family of commands is closed."),
    };

    private static SendResponse Send(SpokenResult.Understood understood) => new("POST", understood.Command switch
    {
        SpokenCommand.HandOver => "/api/v1/hand-overs",
        SpokenCommand.GiveDose => "/api/v1/dispensations/{dispensation}/doses",
        SpokenCommand.Return => "/api/v1/dispensations/{dispensation}/returns",
        SpokenCommand.Waste => "/api/v1/dispensations/{dispensation}/waste",
        _ => throw new InvalidOperationException("The family of commands is closed."),
    }, understood.Fingerprint);
}
