namespace Jero;

/// <summary>
/// Marks responses whose body is bytes. Code that looks at declared types asks for this interface, because the type of a response that an
/// app does not use would bring all of its code into a native binary.
/// </summary>
internal interface IByteResponse;
