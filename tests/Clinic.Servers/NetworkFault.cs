namespace Clinic.Servers;

/// <summary>What a bad network does to one request.</summary>
public enum NetworkFault
{
    None,

    /// <summary>It arrives after a pause.</summary>
    Delay,

    /// <summary>The server never sees it.</summary>
    CutBefore,

    /// <summary>The server does it, and the answer is lost.</summary>
    CutAfter,

    /// <summary>The server does it, and the answer ends early.</summary>
    CutInTheMiddle,

    /// <summary>The server does it twice.</summary>
    Twice,

    /// <summary>The client is cut off, and the server does it later all the same.</summary>
    Late,
}
