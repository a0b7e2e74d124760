namespace Clinic.Dispensing.Patterns;

/// <summary>What makes a group's losses stand out from those of its peers.</summary>
public enum LossPatternKind
{
    /// <summary>The group loses more of what it receives than its peers do.</summary>
    HigherLoss,

    /// <summary>The group loses the very same amount again and again.</summary>
    SameLoss,

    /// <summary>The group loses about the same share of what it receives again and again, whatever the medication.</summary>
    SameShare,

    /// <summary>Large losses, rare elsewhere, gather in the group.</summary>
    LargeLosses,
}
