using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Stays;

/// <summary>What is set right afterwards: times, time taken out, reopening, and stays that should not have been.</summary>
public sealed class StayCorrections
{
    private readonly StayDesk desk;

    internal StayCorrections(StayDesk desk) => this.desk = desk;

    /// <summary>Takes time within a stay out of its bill; after the close with a second person.</summary>
    /// <exception cref="EmergencyBillingException">A rule is broken; every failure is named.</exception>
    public Task<StayAnswer> CarveOutAsync(CommandContext x, AddCarveOut command, CancellationToken cancellationToken = default) => desk.RunAsync(x, command, cancellationToken);

    /// <summary>Replaces the time of an entry of a closed stay, with a second person; the original stays.</summary>
    /// <exception cref="EmergencyBillingException">A rule is broken; every failure is named.</exception>
    public Task<StayAnswer> CorrectAsync(CommandContext x, CorrectTime command, CancellationToken cancellationToken = default) => desk.RunAsync(x, command, cancellationToken);

    /// <summary>Lets the clock of a closed stay go on.</summary>
    /// <exception cref="EmergencyBillingException">It was closed too long ago, or another rule is broken; every failure is named.</exception>
    public Task<StayAnswer> ReopenAsync(CommandContext x, ReopenStay command, CancellationToken cancellationToken = default) => desk.RunAsync(x, command, cancellationToken);

    /// <summary>Cancels a stay whose clock never began.</summary>
    /// <exception cref="EmergencyBillingException">A rule is broken; every failure is named.</exception>
    public Task<StayAnswer> CancelAsync(CommandContext x, CancelStay command, CancellationToken cancellationToken = default) => desk.RunAsync(x, command, cancellationToken);

    /// <summary>Declares that nothing will be charged.</summary>
    /// <exception cref="EmergencyBillingException">A rule is broken; every failure is named.</exception>
    public Task<StayAnswer> MarkNotBillableAsync(CommandContext x, MarkStayNotBillable command, CancellationToken cancellationToken = default) => desk.RunAsync(x, command, cancellationToken);

    /// <summary>Declares a stay entered in error.</summary>
    /// <exception cref="EmergencyBillingException">A rule is broken; every failure is named.</exception>
    public Task<StayAnswer> EnterInErrorAsync(CommandContext x, EnterStayInError command, CancellationToken cancellationToken = default) => desk.RunAsync(x, command, cancellationToken);
}
