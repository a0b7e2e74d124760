namespace Clinic.Storage.Remote.Tests;

/// <summary>What a bad network does to a request.</summary>
internal enum Fault
{
    None,

    /// <summary>The server never sees it.</summary>
    CutBefore,

    /// <summary>The server does it, and the answer is lost.</summary>
    CutAfter,

    /// <summary>The server does it, and the answer ends early.</summary>
    CutInTheMiddle,

    /// <summary>The server does it twice.</summary>
    Twice,
}
