namespace Clinic.Dispensing.Dispensations;

/// <summary>What moves a dispensation on its way to the recipient.</summary>
public enum DispenseTrigger
{
    /// <summary>The requester sends it off.</summary>
    Submit,

    /// <summary>A prescriber agrees, in time or afterwards for an urgent one.</summary>
    Authorise,

    /// <summary>A prescriber says no.</summary>
    Decline,

    /// <summary>The requester or authoriser takes it back before preparation.</summary>
    Withdraw,

    /// <summary>Its validity passed.</summary>
    Lapse,

    /// <summary>Lots are kept aside.</summary>
    BeginPreparation,

    /// <summary>Another product or lot takes the place of one.</summary>
    Substitute,

    /// <summary>Preparation pauses.</summary>
    Hold,

    /// <summary>Preparation goes on.</summary>
    Resume,

    /// <summary>The time limit of a hold passed.</summary>
    HoldExpired,

    /// <summary>Every lot is confirmed.</summary>
    MarkPrepared,

    /// <summary>What was ready is prepared again.</summary>
    ReopenPreparation,

    /// <summary>It never will be handed over.</summary>
    Cancel,

    /// <summary>A lot kept aside was recalled, expired or lost its reservation.</summary>
    LotRecalled,

    /// <summary>All that is left is handed over.</summary>
    HandOver,

    /// <summary>Part of what is left is handed over.</summary>
    HandOverPart,

    /// <summary>The rest never will be handed over.</summary>
    Stop,

    /// <summary>It was entered by mistake.</summary>
    MarkEnteredInError,
}
