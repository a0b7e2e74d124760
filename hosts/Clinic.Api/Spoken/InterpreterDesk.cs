using Clinic.Abstractions;
using Clinic.Abstractions.Conversations;
using Clinic.Dispensing;
using Clinic.Dispensing.Spoken;
using Clinic.EmergencyBilling;
using Clinic.EmergencyBilling.Spoken;
using DispensingLanguage = Clinic.Dispensing.Spoken.SpokenLanguage;
using StayLanguage = Clinic.EmergencyBilling.Spoken.SpokenLanguage;

namespace Clinic.Api.Spoken;

/// <summary>Asks the interpreter of dispensing first, and that of the clock where no command of dispensing was said.</summary>
public sealed class InterpreterDesk(SpokenInterpreter dispensing, StayInterpreter clock)
{
    /// <summary>Interprets a sentence in the domains that its speaker may use, with the one that answered.</summary>
    public async Task<(ConversationDomain Domain, InterpretResponse Answer)> InterpretAsync(
        CommandContext x, InterpretRequest said, IReadOnlyList<ConversationDomain> allowed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(allowed);
        if (!allowed.Contains(ConversationDomain.Dispensing)) return (ConversationDomain.Emergency, ClockAnswers.Of(await ClockAsync(x, said, cancellationToken)));
        var request = new SpokenRequest(x.Tenant, x.Actor.Person, said.Session, said.Text, said.Language, said.Choices?.Spoken);
        var heard = await dispensing.InterpretAsync(request, cancellationToken);
        if (allowed.Contains(ConversationDomain.Emergency) && IsNoCommand(heard) && await ClockAsync(x, said, cancellationToken) is var stay && !IsNoCommand(stay))
            return (ConversationDomain.Emergency, ClockAnswers.Of(stay));
        return (ConversationDomain.Dispensing, SpokenAnswers.Of(heard));
    }

    // "Stop the clock" begins with a word that takes a command of dispensing back.
    private static bool IsNoCommand(SpokenResult heard) =>
        heard is SpokenResult.NotUnderstood { Reason.Code: DispensingRules.SpokenNoCommand or DispensingRules.SpokenWithdrawn };

    private static bool IsNoCommand(StayHearing heard) =>
        heard is StayHearing.NotUnderstood { Reason.Code: EmergencyBillingRules.SpokenNoCommand or EmergencyBillingRules.SpokenWithdrawn };

    private Task<StayHearing> ClockAsync(CommandContext x, InterpretRequest said, CancellationToken cancellationToken)
    {
        StayLanguage? language = said.Language switch
        {
            DispensingLanguage.Spanish => StayLanguage.Spanish,
            DispensingLanguage.English => StayLanguage.English,
            _ => null,
        };
        return clock.InterpretAsync(new StaySentence(x.Tenant, x.Actor.Person, said.Text, language, said.Confidence, said.Choices?.Clock), cancellationToken);
    }
}
