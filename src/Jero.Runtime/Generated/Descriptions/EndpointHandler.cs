using System.ComponentModel;
using Microsoft.AspNetCore.Http;

namespace Jero.Generated;

/// <summary>Answers one request: binds it, calls the handler, or the filters before it, and sends what they return.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate Task EndpointHandler(HttpContext http, EndpointFilterDelegate? filters);
